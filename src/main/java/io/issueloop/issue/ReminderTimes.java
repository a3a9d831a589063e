package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        return pause(issues.get(issueNo)).filter(pause -> !pause.isCapped()).isPresent();
    }

    /** Whether the handler has used so much of the service level, whatever the clock does now. */
    public boolean isUsed(IssueNo issueNo, ReminderStage stage) {
        var issue = issues.get(issueNo);
        var reading = reading(issue);
        return !at(issue, reading.due(), stage).isAfter(reading.at());
    }

    /**
     * Whether people are to hear that the stage is reached: it is, the next one is not, and it was
     * not before this handler had the issue; an issue that came too late is escalated all the same,
     * but not one that was imported when it was late already.
     */
    public boolean isWorthTelling(IssueNo issueNo, ReminderStage stage) {
        var issue = issues.get(issueNo);
        if (!OPEN.contains(issue.status()) || standsStill(issueNo)) {
            return false;
        }
        var now = clock.instant();
        var due = due(issue);
        var reached = at(issue, due, stage);
        var history = events.of(issueNo);
        if (reached.isBefore(recordedSince(history))) {
            return false;
        }
        if (stage == ReminderStage.ESCALATE) {
            return !reached.isAfter(now);
        }
        var next = ReminderStage.values()[stage.ordinal() + 1];
        return !reached.isAfter(now)
                && at(issue, due, next).isAfter(now)
                && reached.isAfter(heldSince(history));
    }

    /** Whether a handler has it to solve, even while the clock stands. */
    public boolean isOpen(Issue issue) {
        return OPEN.contains(issue.status());
    }

    /**
     * Working time until the handler's due time; negative is how much of it has passed since. While
     * the clock stands, what there was when it stopped.
     */
    public Duration left(Issue issue) {
        var reading = reading(issue);
        var counted = calendar.of(issue.team());
        return reading.at().isAfter(reading.due())
                ? counted.workBetween(reading.due(), reading.at()).negated()
                : counted.workBetween(reading.at(), reading.due());
    }

    /** The due time, and the moment the handler's clock shows. */
    private record Reading(Instant due, Instant at) {}

    private Reading reading(Issue issue) {
        var now = clock.instant();
        return pause(issue)
                .filter(open -> !open.isCapped() || now.isBefore(capAt(issue, open)))
                .map(
                        open ->
                                new Reading(
                                        issue.personalDueAt().orElseThrow(),
                                        stoodSince(issue, open)))
                .orElseGet(() -> new Reading(due(issue), now));
    }

    private Instant at(Issue issue, Instant due, ReminderStage stage) {
        var left = issue.serviceLevel().multipliedBy(100 - stage.usedPercent()).dividedBy(100);
        return calendar.of(issue.team()).workBack(due, left);
    }

    /** A pause with a cap is taken to last until then. */
    private Instant due(Issue issue) {
        var due = issue.personalDueAt().orElseThrow();
        return pause(issue)
                .filter(OpenPause::isCapped)
                .map(
                        pause -> {
                            var counted = calendar.of(issue.team());
                            var held = OpenPause.assignedAt(events.of(issue.no()));
                            return counted.addWork(
                                    due, pause.counted(counted, held, capAt(issue, pause)));
                        })
                .orElse(due);
    }

    private Optional<OpenPause> pause(Issue issue) {
        return issue.status() == IssueStatus.PAUSED
                ? OpenPause.in(events.of(issue.no()))
                : Optional.empty();
    }

    private Instant capAt(Issue issue, OpenPause pause) {
        return calendar.of(issue.team()).addWork(pause.since(), OpenPause.CAP);
    }

    private Instant stoodSince(Issue issue, OpenPause pause) {
        return OpenPause.assignedAt(events.of(issue.no()))
                .filter(pause.since()::isBefore)
                .orElse(pause.since());
    }

    /** Nothing was anybody's to say before the issue came, as imported ones do late. */
    private static Instant recordedSince(List<RecordedEvent> history) {
        return history.stream().findFirst().map(RecordedEvent::recordedAt).orElse(Instant.EPOCH);
    }

    /** Another urgency begins a new segment of the same handler, who held it before. */
    private static Instant heldSince(List<RecordedEvent> history) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(
                        event ->
                                event.type() == IssueEventType.REOPENED
                                        || event.type() == IssueEventType.ASSIGNED
                                                && !event.text("kind")
                                                        .equals(Optional.of(UrgencyChange.KIND)))
                .map(IssueEvent::occurredAt)
                .reduce((earlier, later) -> later)
                .orElse(Instant.EPOCH);
    }
}
