package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An issue's due times as its events and a calendar give them: begun by the report and the service
 * level, shifted by pauses and by standing resolved, begun anew for whoever it is handed to (kpi.md
 * §2, §4 P2, §9). Time counts by the calendar of the team that holds the issue.
 */
final class DueTimes {

    private static final Duration LEAST = Duration.ofHours(4);

    private final WorkingCalendar calendars;
    private WorkingCalendar calendar;
    private Instant reportedAt = Instant.EPOCH;
    private Duration serviceLevel = Duration.ZERO;
    private Duration shifted = Duration.ZERO;
    private @Nullable Instant resolvedAt;
    private @Nullable Instant assignedAt;
    private Optional<OpenPause> pause = Optional.empty();
    private @Nullable Instant due;
    private @Nullable Instant base;
    private @Nullable Instant personalDue;
    private @Nullable Instant personalBase;

    private DueTimes(WorkingCalendar calendars) {
        this.calendars = calendars;
        this.calendar = calendars;
    }

    /**
     * A pause that lasts is no part of {@code due}, and of {@code personalDue} only what lies
     * before the assignment.
     *
     * @param base the issue's due time as it was when it was promised last
     * @param personalBase the handler's as it was when the issue was assigned
     */
    record Times(Instant due, Instant base, Instant personalDue, Instant personalBase) {}

    static DueTimes replay(List<RecordedEvent> history, WorkingCalendar calendars) {
        var replay = new DueTimes(calendars);
        history.forEach(recorded -> replay.next(recorded.event()));
        return replay;
    }

    /** Empty while no service level is decided. */
    static Optional<Times> of(List<RecordedEvent> history, WorkingCalendar calendars) {
        return replay(history, calendars).times();
    }

    Optional<Times> times() {
        var known = due;
        if (known == null) {
            return Optional.empty();
        }
        var promised = base == null ? known : base;
        var personal = personalDue == null ? known : personalDue;
        var begun = personalBase == null ? personal : personalBase;
        return Optional.of(new Times(known, promised, personal, begun));
    }

    private void next(IssueEvent event) {
        var at = event.occurredAt();
        switch (event.type()) {
            case REPORTED -> reportedAt = at;
            case SERVICE_LEVEL_SET -> promise(minutes(event), at);
            case ASSIGNED -> assign(event.text("kind").orElse(""), team(event), at);
            case PAUSED, PAUSE_APPROVED -> pause = OpenPause.after(pause, event);
            case RESUMED -> resume(at);
            case RESOLVED -> resolvedAt = at;
            case REOPENED -> reopen(at);
            default -> {
                // the other events move no due time
            }
        }
    }

    /** So much working time from the report on, later by what has shifted it so far. */
    void promise(Duration level, Instant at) {
        serviceLevel = level;
        due = calendar.addWork(reportedAt, level.plus(shifted));
        base = asOf(due, at);
        personalDue = due;
        personalBase = base;
    }

    /** The holder begins anew, see {@link IssueEventType#ASSIGNED} for the kinds. */
    void assign(String kind, Optional<TeamId> team, Instant at) {
        calendar = calendars.of(team);
        assignedAt = at;
        var promised = due;
        if (promised == null) {
            return;
        }
        if (kind.equals(HandlerChange.FIRST)) {
            promise(serviceLevel, at);
            return;
        }
        var half = kind.equals(UrgencyChange.KIND) ? Duration.ZERO : serviceLevel.dividedBy(2);
        personalDue =
                Stream.of(
                                asOf(promised, at),
                                calendar.addWork(at, half),
                                calendar.addWork(at, LEAST))
                        .max(Instant::compareTo)
                        .orElseThrow();
        personalBase = personalDue;
    }

    /** As if a pause that lasts ended then. */
    private Instant asOf(Instant time, Instant at) {
        return calendar.addWork(
                time, pause.map(open -> open.counted(calendar, at)).orElse(Duration.ZERO));
    }

    private void resume(Instant at) {
        pause.ifPresent(
                open ->
                        shift(
                                open.counted(calendar, at),
                                open.counted(calendar, Optional.ofNullable(assignedAt), at)));
        pause = Optional.empty();
    }

    private void reopen(Instant at) {
        var stood = resolvedAt == null ? Duration.ZERO : calendar.workBetween(resolvedAt, at);
        shift(stood, stood);
        var least = calendar.addWork(at, LEAST);
        due = due == null || due.isAfter(least) ? due : least;
        personalDue = personalDue == null || personalDue.isAfter(least) ? personalDue : least;
    }

    private void shift(Duration by, Duration personalBy) {
        shifted = shifted.plus(by);
        due = due == null ? null : calendar.addWork(due, by);
        personalDue = personalDue == null ? null : calendar.addWork(personalDue, personalBy);
    }

    private static Duration minutes(IssueEvent event) {
        return Duration.ofMinutes(event.text("minutes").map(Long::parseLong).orElse(0L));
    }

    static Optional<TeamId> team(IssueEvent event) {
        return event.text("teamId").map(Long::parseLong).map(TeamId::of);
    }
}
