package io.issueloop.knowledge;

import io.issueloop.directory.Absence;
import io.issueloop.directory.Absences;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.issue.IssueFilter;
import io.issueloop.issue.IssueQuery;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who reviews an article: the team's lead; where the lead wrote it, the member of the team who has
 * solved most; else another lead. Never somebody who wrote it.
 */
@Component
class ReviewerChoice {

    private final Directory directory;
    private final Issues issues;
    private final Absences absences;

    ReviewerChoice(Directory directory, Issues issues, Absences absences) {
        this.absences = absences;
        this.directory = directory;
        this.issues = issues;
    }

    /**
     * @throws Refused when there is nobody else in the whole organisation
     */
    UserId choose(Article article) {
        return Stream.of(lead(article), experienced(article), otherLeads(article))
                .flatMap(List::stream)
                .filter(user -> !article.isWrittenBy(user))
                .findFirst()
                .orElseThrow(() -> new Refused("找不到作者以外的审核人，请联系管理员"));
    }

    /**
     * Whether this member may review it: the one who was asked, who acts for them, or a lead above
     * the team.
     */
    boolean may(Article article, UserId user) {
        return article.reviewer().equals(Optional.of(user))
                || chain(article).contains(user)
                || insteadOf(article, user).isPresent();
    }

    /** The reviewer who is away and for whom this member acts. */
    Optional<UserId> insteadOf(Article article, UserId user) {
        return absences.actsFor(user, article.reviewer().stream().toList());
    }

    List<UserId> actingFor(UserId user) {
        return absences.substitutedBy(user).stream().map(Absence::user).toList();
    }

    /** Who reviews it while the reviewer is away: never somebody who wrote it. */
    Optional<UserId> standIn(Article article, UserId reviewer) {
        return absences.standInFor(reviewer).filter(stand -> !article.isWrittenBy(stand));
    }

    private List<UserId> lead(Article article) {
        return article.team().flatMap(directory::team).flatMap(team -> team.lead()).stream()
                .toList();
    }

    private List<UserId> experienced(Article article) {
        return directory.members().stream()
                .filter(member -> article.team().equals(Optional.of(member.team())))
                .map(Member::userId)
                .sorted(Comparator.comparingLong((UserId user) -> -solved(user)))
                .toList();
    }

    private long solved(UserId user) {
        return issues.search(solvedBy(user)).total();
    }

    private static IssueQuery solvedBy(UserId user) {
        return IssueQuery.of(
                IssueFilter.all()
                        .statuses(Set.of(IssueStatus.RESOLVED, IssueStatus.CLOSED))
                        .handledBy(user),
                1);
    }

    private List<UserId> otherLeads(Article article) {
        return Stream.of(
                        chain(article),
                        directory.having(Role.CTO),
                        directory.having(Role.LEAD),
                        directory.members().stream().map(Member::userId).toList())
                .flatMap(List::stream)
                .toList();
    }

    private List<UserId> chain(Article article) {
        return article.team().map((TeamId team) -> directory.chainOfLeads(team)).orElse(List.of());
    }
}
