package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An issue's due times as its events and a calendar give them: begun by the report and the service
 * level, shifted by pauses and by standing resolved, begun anew for whoever it is handed to (kpi.md
 * §2, §4 P2, §9).
 */
final class DueTimes {

    private static final Duration LEAST = Duration.ofHours(4);

    private final WorkingCalendar calendar;
    private Instant reportedAt = Instant.EPOCH;
    private Duration serviceLevel = Duration.ZERO;
    private @Nullable Instant resolvedAt;
    private Optional<OpenPause> pause = Optional.empty();
    private @Nullable Instant due;
    private @Nullable Instant personalDue;
    private @Nullable Instant personalBase;

    private DueTimes(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * @param personalBase the handler's due time as it was when the issue was assigned
     */
    record Times(Instant due, Instant personalDue, Instant personalBase) {}

    /** Empty while no service level is decided. */
    static Optional<Times> of(List<RecordedEvent> history, WorkingCalendar calendar) {
        var replay = new DueTimes(calendar);
        history.forEach(recorded -> replay.next(recorded.event()));
        var due = replay.due;
        if (due == null) {
            return Optional.empty();
        }
        var personal = Optional.ofNullable(replay.personalDue).orElse(due);
        return Optional.of(
                new Times(
                        due, personal, Optional.ofNullable(replay.personalBase).orElse(personal)));
    }

    private void next(IssueEvent event) {
        var at = event.occurredAt();
        switch (event.type()) {
            case REPORTED -> reportedAt = at;
            case SERVICE_LEVEL_SET -> promise(event);
            case ASSIGNED -> assign(event);
            case PAUSED, PAUSE_APPROVED -> pause = OpenPause.after(pause, event);
            case RESUMED -> {
                var paused =
                        pause.map(open -> open.counted(calendar.workBetween(open.since(), at)));
                shift(paused.orElse(Duration.ZERO));
                pause = Optional.empty();
            }
            case RESOLVED -> resolvedAt = at;
            case REOPENED -> reopen(at);
            default -> {
                // the other events move no due time
            }
        }
    }

    private void promise(IssueEvent event) {
        serviceLevel = Duration.ofMinutes(event.text("minutes").map(Long::parseLong).orElse(0L));
        due = calendar.addWork(reportedAt, serviceLevel);
        personalDue = due;
        personalBase = due;
    }

    private void assign(IssueEvent event) {
        var promised = due;
        if (promised == null) {
            return;
        }
        personalDue =
                event.text("kind").filter("FIRST"::equals).isPresent()
                        ? promised
                        : Stream.of(
                                        promised,
                                        calendar.addWork(
                                                event.occurredAt(), serviceLevel.dividedBy(2)),
                                        calendar.addWork(event.occurredAt(), LEAST))
                                .max(Instant::compareTo)
                                .orElseThrow();
        personalBase = personalDue;
    }

    private void reopen(Instant at) {
        var stood = resolvedAt == null ? Duration.ZERO : calendar.workBetween(resolvedAt, at);
        shift(stood);
        var least = calendar.addWork(at, LEAST);
        due = due == null || due.isAfter(least) ? due : least;
        personalDue = personalDue == null || personalDue.isAfter(least) ? personalDue : least;
    }

    private void shift(Duration by) {
        due = due == null ? null : calendar.addWork(due, by);
        personalDue = personalDue == null ? null : calendar.addWork(personalDue, by);
    }
}
