package io.issueloop.collaboration.review;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Team;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueReviews;
import io.issueloop.issue.Issues;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides which reviews there are: of major and recurring issues, and of every team's month. */
@Service
@Transactional
public class ReviewPlanning {

    private static final int MOST_PEOPLE = 100;

    private final Reviews reviews;
    private final ReviewTimes times;
    private final OwedMonths months;
    private final MonthlyAgenda agenda;
    private final Issues issues;
    private final IssueReviews facts;
    private final Directory directory;

    ReviewPlanning(
            Reviews reviews,
            ReviewTimes times,
            OwedMonths months,
            MonthlyAgenda agenda,
            Issues issues,
            IssueReviews facts,
            Directory directory) {
        this.reviews = reviews;
        this.times = times;
        this.months = months;
        this.agenda = agenda;
        this.issues = issues;
        this.facts = facts;
        this.directory = directory;
    }

    /** Major and recurring issues are reviewed, each once however often it is closed. */
    public boolean isNeeded(IssueNo issueNo) {
        return facts.reason(issueNo).isPresent() && reviews.find(issueNo.value()).isEmpty();
    }

    /** 安排复盘: the next free hour of the lead, with everybody concerned. */
    public void planOf(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        reviews.arrange(
                review(
                        issueNo.value(),
                        Optional.of(issueNo),
                        issue.team().orElse(TeamId.of(0)),
                        issue.title(),
                        facts.reason(issueNo).orElse("负责人要求复盘"),
                        facts.participants(issueNo)),
                Optional.empty(),
                List.of());
    }

    /**
     * Arranges the standing reviews that are owed, oldest month first; on days off nothing happens,
     * the next working day catches up.
     */
    public void planMonths() {
        if (!times.isWorkingDay(times.today())) {
            return;
        }
        months.lock();
        for (var month : months.owed()) {
            if (months.isNews(month)) {
                directory.workingTeams().forEach(team -> plan(team, month));
            }
            months.arranged(month);
        }
    }

    /** A team without a lead, or with nothing to talk about, has none. */
    private void plan(Team team, YearMonth month) {
        var items = agenda.of(team.id(), month);
        var lead = directory.chainOfLeads(team.id()).stream().findFirst();
        if (items.isEmpty() || lead.isEmpty()) {
            return;
        }
        var topic = "%s %d 月问题复盘".formatted(team.name(), month.getMonthValue());
        var reason = "月度例行复盘，共 %d 个问题".formatted(items.size());
        var key = "REVIEW-%s-T%s".formatted(month, team.id());
        reviews.arrange(
                review(key, Optional.empty(), team.id(), topic, reason, people(team, lead.get())),
                Optional.of(month.toString()),
                items);
    }

    private List<UserId> people(Team team, UserId lead) {
        var people = new LinkedHashSet<UserId>();
        people.add(lead);
        directory.members().stream()
                .filter(member -> member.team().equals(team.id()))
                .map(Member::userId)
                .limit(MOST_PEOPLE - 1)
                .forEach(people::add);
        return List.copyOf(people);
    }

    private Review review(
            String key,
            Optional<IssueNo> issueNo,
            TeamId team,
            String topic,
            String reason,
            List<UserId> people) {
        var lead = people.get(0);
        return new Review(
                key,
                issueNo,
                team,
                topic,
                reason,
                lead,
                people,
                times.next(lead),
                1,
                Optional.empty(),
                Optional.empty());
    }
}
