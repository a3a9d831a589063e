package io.issueloop.issue;

import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person may decide about an issue now; the decision itself is checked again. */
@Service
@Transactional(readOnly = true)
public class CareView {

    private final IssuesInHand issues;
    private final IssueLog events;
    private final Care care;
    private final Categories categories;
    private final RefusalWindow refusals;
    private final Clock clock;

    CareView(
            IssuesInHand issues,
            IssueLog events,
            Care care,
            Categories categories,
            RefusalWindow refusals,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.care = care;
        this.categories = categories;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * @param mayReassign a lead, while there is something to hand on
     * @param mayTriage a lead, while it waits for triage
     * @param mayCorrect handler or lead
     * @param mayDispute the reporter, where it is not disputed yet
     * @param disputed the reporter's objection waits for an answer
     * @param refusableUntil until when the handler may refuse; empty once it is too late
     * @param onBehalfOf whom the person acts for as a substitute
     */
    public record May(
            boolean mayReassign,
            boolean mayTriage,
            boolean mayCorrect,
            boolean mayDispute,
            boolean disputed,
            Optional<Instant> refusableUntil,
            Optional<UserId> onBehalfOf) {}

    public May of(IssueNo issueNo, UserId viewer) {
        var issue = issues.get(issueNo);
        var lead = care.isLead(issue, viewer);
        var handles = care.isHandler(issue, viewer);
        var decided = issue.category().isPresent() && !issue.status().isEnd();
        var disputed = decided && categories.isDisputed(issueNo);
        return new May(
                care.mayReassign(issue, viewer) && Reassignment.POSSIBLE.contains(issue.status()),
                issue.status() == IssueStatus.TRIAGE && care.mayTriage(issue, viewer),
                decided && (lead || handles),
                decided && !lead && !handles && !disputed && viewer.equals(issue.reporter()),
                disputed,
                handles && issue.status() == IssueStatus.ASSIGNED
                        ? refusals.until(events.of(issueNo)).filter(clock.instant()::isBefore)
                        : Optional.empty(),
                issue.handler().filter(handler -> handles && !handler.equals(viewer)));
    }
}
