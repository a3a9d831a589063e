package io.issueloop.issue;

import static io.issueloop.issue.IssueEventType.ASSIGNED;
import static io.issueloop.issue.IssueEventType.SERVICE_LEVEL_SET;
import static io.issueloop.issue.IssueEventType.URGENCY_CHANGED;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gives an issue another urgency: the due time is what the table says from the report on, later by
 * the pauses there were. Its holder keeps at least four working hours, as after a hand-over (kpi.md
 * §4 P2), and starts a new assignment segment with the new due time.
 */
@Component
class UrgencyChange {

    private static final Duration LEAST = Duration.ofHours(4);

    private final IssuesInHand issues;
    private final IssueLog events;
    private final ServiceLevels levels;
    private final WorkingCalendar calendar;
    private final Clock clock;

    UrgencyChange(
            IssuesInHand issues,
            IssueLog events,
            ServiceLevels levels,
            WorkingCalendar calendar,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.levels = levels;
        this.calendar = calendar;
        this.clock = clock;
    }

    void carryOut(Proposal agreed, UserId lead) {
        var issue = issues.get(agreed.issueNo());
        var urgency = agreed.urgency().orElseThrow();
        if (issue.status() == IssueStatus.PAUSED) {
            throw new Refused("问题已暂停计时，请在恢复后再调整紧急程度");
        }
        if (issue.status().isEnd() || issue.status() == IssueStatus.RESOLVED) {
            throw new Refused("该问题已解决或结束，不再调整紧急程度");
        }
        var before = issue.urgency();
        var paused = paused(issue);
        var level = levels.of(issue, urgency);
        var due = calendar.addWork(calendar.addWork(issue.reportedAt(), level), paused);
        var least = calendar.addWork(clock.instant(), LEAST);
        var personal = due.isAfter(least) ? due : least;
        issue.press(urgency, level, due, personal);
        issues.save(issue);
        record(issue, URGENCY_CHANGED, lead, Map.of("from", before.label(), "to", urgency.label()));
        record(
                issue,
                SERVICE_LEVEL_SET,
                lead,
                Map.of("minutes", level.toMinutes(), "dueAt", due.toString()));
        issue.handler().ifPresent(holder -> newSegment(issue, holder, lead, personal));
    }

    private void newSegment(Issue issue, UserId holder, UserId lead, Instant personal) {
        record(
                issue,
                ASSIGNED,
                lead,
                Map.of(
                        "handler", holder.value(),
                        "teamId", issue.team().orElseThrow().value(),
                        "dueAt", issue.dueAt().orElseThrow().toString(),
                        "personalDueAt", personal.toString(),
                        "reason", "紧急程度调整为" + issue.urgency().label(),
                        "kind", "URGENCY"));
    }

    /** What pauses have added to the due time so far. */
    private Duration paused(Issue issue) {
        var promised = calendar.addWork(issue.reportedAt(), issue.serviceLevel());
        return issue.dueAt().map(due -> calendar.workBetween(promised, due)).orElse(Duration.ZERO);
    }

    private void record(Issue issue, IssueEventType type, UserId by, Map<String, Object> payload) {
        events.append(issue, type, by, clock.instant(), payload);
    }
}
