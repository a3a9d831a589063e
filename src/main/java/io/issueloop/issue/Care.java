package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may decide about an issue that is not theirs (trust.md: checked in the domain, always). */
@Component
class Care {

    private static final Set<IssueEventType> STEPS =
            Set.of(
                    IssueEventType.ACCEPTED,
                    IssueEventType.PAUSED,
                    IssueEventType.RESUMED,
                    IssueEventType.RESOLVED,
                    IssueEventType.SOLUTION_COMPLETED);

    private final HandlerChoice choice;
    private final Presence presence;
    private final HandoverStore handovers;
    private final Directory directory;

    Care(HandlerChoice choice, Presence presence, HandoverStore handovers, Directory directory) {
        this.choice = choice;
        this.presence = presence;
        this.handovers = handovers;
        this.directory = directory;
    }

    /** A lead above the issue, or who acts for an absent one. */
    boolean isLead(Issue issue, UserId by) {
        return isOf(choice.leads(issue), by);
    }

    private boolean isOf(List<UserId> leads, UserId by) {
        return leads.contains(by) || leads.stream().anyMatch(lead -> presence.standsIn(by, lead));
    }

    /** The handler, or who acts for an absent one. */
    boolean isHandler(Issue issue, UserId by) {
        return issue.handler()
                .filter(handler -> handler.equals(by) || presence.standsIn(by, handler))
                .isPresent();
    }

    /** Leads; where the handler leaves, also the process administrators and time itself. */
    boolean mayReassign(Issue issue, UserId by) {
        return isLead(issue, by)
                || (by.equals(UserId.SYSTEM) || isAdmin(by))
                        && issue.handler().filter(handovers::isOpen).isPresent();
    }

    void requireMayReassign(Issue issue, UserId by) {
        if (!mayReassign(issue, by)) {
            throw new Refused("只有负责人可以改派");
        }
    }

    /**
     * Whom the issue waits for in triage: a lead above it; the reporter where there is nobody else.
     */
    void requireMayTriage(Issue issue, UserId by) {
        if (!mayTriage(issue, by)) {
            throw new Refused("只有负责人可以分诊");
        }
    }

    /** Whose step it is: an absent handler's, where the person acts for them. */
    UserId holder(Issue issue, UserId by) {
        return presence.holder(issue, by);
    }

    /** The reporter; where that one left, a lead. */
    void requireMayAnswer(Issue issue, UserId by) {
        var left = directory.member(issue.reporter()).isEmpty();
        var standsFor = left && (isLead(issue, by) || isOf(leadsOf(issue.reporter()), by));
        if (!by.equals(issue.reporter()) && !standsFor) {
            throw new Refused("只有提报人可以补充信息");
        }
    }

    private List<UserId> leadsOf(UserId who) {
        return directory.lastTeam(who).map(directory::chainOfLeads).orElse(List.of());
    }

    /** What is written down of a handler's step, with whom it was done for. */
    Map<String, Object> named(
            Issue issue, IssueEventType type, UserId by, Map<String, Object> payload) {
        var isHandlers = STEPS.contains(type) && !by.equals(issue.reporter());
        var who = isHandlers ? issue.handler().stream().toList() : List.<UserId>of();
        return presence.named(payload, who, by);
    }

    /** What is written down of a lead's step, with whom it was done for. */
    Map<String, Object> namedLead(Issue issue, UserId by, Map<String, Object> payload) {
        var triager = choice.triager(issue);
        var concerned = new ArrayList<>(choice.leads(issue));
        if (!triager.equals(by)) {
            concerned.add(triager);
        }
        return presence.named(payload, concerned, by);
    }

    boolean mayTriage(Issue issue, UserId by) {
        var triager = choice.triager(issue);
        return isLead(issue, by) || triager.equals(by) || presence.standsIn(by, triager);
    }

    private boolean isAdmin(UserId by) {
        return directory.member(by).filter(who -> who.is(Role.PROCESS_ADMIN)).isPresent();
    }
}
