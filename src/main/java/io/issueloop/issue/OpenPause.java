package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pause that lasts, as the events tell it. Without the lead's approval only its first ten working
 * days stop the clock; waiting for an approval needs none (kpi.md §2, §3 T2).
 *
 * @param approved by the lead, before or after those ten days
 */
public record OpenPause(
        Kind kind, Instant since, String reason, String waitsFor, boolean approved) {

    /** Of a pause nobody approved, so much stops the clock. */
    public static final Duration CAP = WorkingCalendar.WORKING_DAY.multipliedBy(10);

    /** Who or what is waited for; names are stored for ever. */
    public enum Kind {
        /** The reporter's answer. */
        INFORMATION,
        /** The approval of a major issue. */
        APPROVAL,
        /** Whatever the handler said. */
        OTHER
    }

    /** Whether the time beyond {@link #CAP} counts. */
    public boolean isCapped() {
        return !approved && kind != Kind.APPROVAL;
    }

    /** So much of {@code paused} stops the clock. */
    Duration counted(Duration paused) {
        return isCapped() && paused.compareTo(CAP) > 0 ? CAP : paused;
    }

    /** So much of it stops the clock until then. */
    Duration counted(WorkingCalendar calendar, Instant until) {
        return counted(calendar.workBetween(since, until));
    }

    /** As {@link #counted(WorkingCalendar, Instant)}, for somebody who got the issue meanwhile. */
    Duration counted(WorkingCalendar calendar, Optional<Instant> assignedAt, Instant until) {
        var before = assignedAt.map(at -> counted(calendar, at)).orElse(Duration.ZERO);
        return counted(calendar, until).minus(before);
    }

    /** When the holder of the issue got it. */
    static Optional<Instant> assignedAt(List<RecordedEvent> history) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == IssueEventType.ASSIGNED)
                .map(IssueEvent::occurredAt)
                .reduce((earlier, later) -> later);
    }

    /** The last pause, unless it has ended. */
    static Optional<OpenPause> in(List<RecordedEvent> history) {
        Optional<OpenPause> open = Optional.empty();
        for (var recorded : history) {
            open = after(open, recorded.event());
        }
        return open;
    }

    /** What an event makes of the pause there was before it. */
    static Optional<OpenPause> after(Optional<OpenPause> before, IssueEvent event) {
        return switch (event.type()) {
            case PAUSED -> Optional.of(begun(event));
            case PAUSE_APPROVED -> before.map(OpenPause::withApproval);
            case RESUMED, RESOLVED, CLOSED, WITHDRAWN, INVALIDATED, WONT_FIX -> Optional.empty();
            default -> before;
        };
    }

    private static OpenPause begun(IssueEvent event) {
        return new OpenPause(
                event.text("kind").map(Kind::valueOf).orElse(Kind.OTHER),
                event.occurredAt(),
                event.text("reason").orElse(""),
                event.text("waitsFor").orElse(""),
                event.text("approvedByLead").map(Boolean::valueOf).orElse(false));
    }

    private OpenPause withApproval() {
        return new OpenPause(kind, since, reason, waitsFor, true);
    }
}
