package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who speaks for an issue's team without having a hand in the issue. */
@Component
class Elders {

    private final Directory directory;
    private final Presence presence;

    Elders(Directory directory, Presence presence) {
        this.presence = presence;
        this.directory = directory;
    }

    /** The nearest lead, then any lead, then a colleague; empty where there is nobody else. */
    Optional<UserId> notInvolvedIn(Issue issue) {
        var team = issue.team();
        var colleagues =
                directory.members().stream()
                        .filter(member -> team.equals(Optional.of(member.team())))
                        .map(Member::userId);
        return Stream.of(
                        chain(issue).stream(),
                        directory.having(Role.LEAD).stream(),
                        directory.having(Role.CTO).stream(),
                        colleagues)
                .flatMap(someone -> someone)
                .filter(user -> !isInvolved(issue, user))
                .findFirst();
    }

    /**
     * Whether this member is the one, or a lead above the team who is not involved, or acts for one
     * of them who is away.
     */
    boolean mayStandIn(Issue issue, UserId user) {
        return !isInvolved(issue, user)
                && (voices(issue).contains(user)
                        || presence.represented(voices(issue), user).isPresent());
    }

    /** What is written down of their step, with whom it was done for. */
    Map<String, Object> named(Issue issue, UserId by, Map<String, Object> payload) {
        return presence.named(payload, voices(issue), by);
    }

    private List<UserId> voices(Issue issue) {
        return Stream.concat(
                        chain(issue).stream().filter(lead -> !isInvolved(issue, lead)),
                        notInvolvedIn(issue).stream())
                .toList();
    }

    /** A lead of the issue's team or of a department above. */
    boolean isLeadOf(Issue issue, UserId user) {
        return chain(issue).contains(user);
    }

    private List<UserId> chain(Issue issue) {
        return issue.team().map(directory::chainOfLeads).orElse(List.of());
    }

    private static boolean isInvolved(Issue issue, UserId user) {
        return user.equals(issue.reporter()) || issue.handler().equals(Optional.of(user));
    }
}
