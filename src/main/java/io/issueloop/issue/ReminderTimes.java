package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * When an issue's handler has used 50, 80 and 100 % of the service level, measured back from the
 * personal due time, and whether there is still a point in saying so (design.md §4).
 */
@Component
public class ReminderTimes {

    /** Later than any working calendar reaches. */
    private static final Instant NEVER = Instant.parse("2099-12-31T00:00:00Z");

    private static final Set<IssueStatus> OPEN =
            Set.of(IssueStatus.ASSIGNED, IssueStatus.HANDLING, IssueStatus.PAUSED);

    private final IssuesInHand issues;
    private final IssueLog events;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ReminderTimes(IssuesInHand issues, IssueLog events, WorkingCalendar calendar, Clock clock) {
        this.issues = issues;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * When the stage is reached if nothing happens any more, UTC: never while the clock stands
     * still; a pause with a cap is taken to last until then.
     */
    public Instant reachedAt(IssueNo issueNo, ReminderStage stage) {
        if (standsStill(issueNo)) {
            return NEVER;
        }
        var issue = issues.get(issueNo);
        return at(issue, due(issue), stage);
    }

    /** Whether the clock stands for as long as people like: a pause without a cap. */
    public boolean standsStill(IssueNo issueNo) {
        return issues.get(issueNo).status() == IssueStatus.PAUSED
                && OpenPause.in(events.of(issueNo)).filter(pause -> !pause.isCapped()).isPresent();
    }

    /**
     * Whether people are to hear that the stage is reached: it is, the next one is not, and it was
     * not before this handler had the issue; an issue that came too late is escalated all the same.
     */
    public boolean isWorthTelling(IssueNo issueNo, ReminderStage stage) {
        var issue = issues.get(issueNo);
        if (!OPEN.contains(issue.status()) || standsStill(issueNo)) {
            return false;
        }
        var now = clock.instant();
        var due = due(issue);
        var reached = at(issue, due, stage);
        if (stage == ReminderStage.ESCALATE) {
            return !reached.isAfter(now);
        }
        var next = ReminderStage.values()[stage.ordinal() + 1];
        return !reached.isAfter(now)
                && at(issue, due, next).isAfter(now)
                && reached.isAfter(heldSince(issueNo));
    }

    /** Whether the clock counts for the handler now. */
    public boolean isRunning(Issue issue) {
        return OPEN.contains(issue.status()) && !standsStill(issue.no());
    }

    /** Working time until the handler's due time; negative is how much of it has passed since. */
    public Duration left(Issue issue) {
        var due = due(issue);
        var now = clock.instant();
        var counted = calendar.of(issue.team());
        return now.isAfter(due)
                ? counted.workBetween(due, now).negated()
                : counted.workBetween(now, due);
    }

    private Instant at(Issue issue, Instant due, ReminderStage stage) {
        var left = issue.serviceLevel().multipliedBy(100 - stage.usedPercent()).dividedBy(100);
        return calendar.of(issue.team()).workBack(due, left);
    }

    private Instant due(Issue issue) {
        var due = issue.personalDueAt().orElseThrow();
        var isCapped =
                issue.status() == IssueStatus.PAUSED
                        && OpenPause.in(events.of(issue.no()))
                                .filter(OpenPause::isCapped)
                                .isPresent();
        return isCapped ? calendar.addWork(due, OpenPause.CAP) : due;
    }

    private Instant heldSince(IssueNo issueNo) {
        return events.of(issueNo).stream()
                .map(RecordedEvent::event)
                .filter(
                        event ->
                                event.type() == IssueEventType.ASSIGNED
                                        || event.type() == IssueEventType.REOPENED)
                .map(IssueEvent::occurredAt)
                .reduce((earlier, later) -> later)
                .orElse(Instant.EPOCH);
    }
}
