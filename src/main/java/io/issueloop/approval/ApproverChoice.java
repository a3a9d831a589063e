package io.issueloop.approval;

import io.issueloop.directory.Absences;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.directory.Team;
import io.issueloop.issue.Issue;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Turns roles into people: the team's lead, then the leader of the root department. Nobody approves
 * what they reported or would handle: the next level does, the CTO last (design.md §3).
 */
@Component
class ApproverChoice {

    private final Directory directory;
    private final Absences absences;

    ApproverChoice(Directory directory, Absences absences) {
        this.directory = directory;
        this.absences = absences;
    }

    /** In the order they are asked; empty when nobody may. */
    List<UserId> approvers(Issue issue, List<Role> roles) {
        var chosen = new LinkedHashSet<UserId>();
        for (var role : roles) {
            var levels = levels(issue);
            (role == Role.CTO
                            ? cto().filter(levels::contains)
                            : levels.stream().filter(lead -> !chosen.contains(lead)).findFirst())
                    .ifPresent(chosen::add);
        }
        if (chosen.isEmpty()) {
            Stream.concat(levels(issue).stream(), otherLeads(issue))
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        return List.copyOf(chosen);
    }

    /**
     * Who decides on the approvers' behalf: whom an absent approver named, else the next level,
     * else the lead of another team.
     */
    Optional<UserId> substitute(Issue issue, Collection<UserId> asked) {
        var named =
                asked.stream()
                        .flatMap(user -> absences.substituteOf(user, absences.today()).stream())
                        .filter(user -> !isBiased(issue, user));
        return Stream.of(named, levels(issue).stream(), otherLeads(issue))
                .flatMap(candidates -> candidates)
                .filter(lead -> !asked.contains(lead))
                .findFirst();
    }

    /** The top, where it may. */
    Optional<UserId> top(Issue issue) {
        return cto().filter(user -> !isBiased(issue, user));
    }

    /** Whether the person reported the issue or would handle it. */
    static boolean isBiased(Issue issue, UserId user) {
        return user.equals(issue.reporter()) || issue.handler().equals(Optional.of(user));
    }

    /** Whether the person leads the issue's team or a department above it. */
    boolean leads(Issue issue, UserId user) {
        return issue.team().map(directory::chainOfLeads).orElse(List.of()).contains(user)
                || cto().equals(Optional.of(user));
    }

    /** Told, not asked: the handler and the team's lead. */
    List<UserId> copied(Issue issue, Collection<UserId> approvers) {
        var concerned = new ArrayList<UserId>();
        issue.handler().ifPresent(concerned::add);
        issue.team().flatMap(directory::team).flatMap(Team::lead).ifPresent(concerned::add);
        return concerned.stream()
                .distinct()
                .filter(user -> !approvers.contains(user) && !user.equals(issue.reporter()))
                .toList();
    }

    private List<UserId> levels(Issue issue) {
        var chain = issue.team().map(directory::chainOfLeads).orElse(List.of());
        return Stream.concat(chain.stream(), cto().stream())
                .distinct()
                .filter(lead -> !isBiased(issue, lead))
                .toList();
    }

    private Stream<UserId> otherLeads(Issue issue) {
        return directory.having(Role.LEAD).stream()
                .sorted(java.util.Comparator.comparing(UserId::value))
                .filter(lead -> !isBiased(issue, lead));
    }

    private Optional<UserId> cto() {
        return directory.root().flatMap(Team::lead);
    }
}
