package io.issueloop.calendar;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * When scheduled pushes may go out: on working days from 8:00 to 20:00 in Asia/Shanghai, never in
 * the minutes 0 and 30 (design.md §3 Quiet hours).
 */
@Component
public class QuietHours {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private final WorkingCalendar calendar;

    public QuietHours(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** How long a push has to wait now; empty when it may go. */
    public Optional<Duration> wait(Instant now) {
        return wait(now, Optional.empty());
    }

    /** As {@link #wait(Instant)}, on the working days of the reader's team. */
    public Optional<Duration> wait(Instant now, Optional<TeamId> team) {
        var next = next(now, calendar.of(team));
        return Optional.of(Duration.between(now, next)).filter(wait -> !wait.isZero());
    }

    /** When the next working day begins for pushes: the morning after that instant. */
    public Instant morningAfter(Instant now) {
        return next(morning(now.atZone(Zones.REPORTING).plusDays(1)), calendar);
    }

    /** {@code now}, or the first instant afterwards at which a push may go. */
    private static Instant next(Instant now, WorkingCalendar calendar) {
        var local = now.atZone(Zones.REPORTING);
        if (!isWorkingDay(local.toLocalDate(), calendar)
                || !local.toLocalTime().isBefore(EVENING)) {
            return next(morning(local.plusDays(1)), calendar);
        }
        if (local.toLocalTime().isBefore(MORNING)) {
            return next(morning(local), calendar);
        }
        return local.getMinute() % 30 == 0
                ? local.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1).toInstant()
                : now;
    }

    private static Instant morning(ZonedDateTime day) {
        return day.with(MORNING).toInstant();
    }

    private static boolean isWorkingDay(LocalDate day, WorkingCalendar calendar) {
        var begin = day.atStartOfDay(Zones.REPORTING).toInstant();
        var end = day.plusDays(1).atStartOfDay(Zones.REPORTING).toInstant();
        return !calendar.workBetween(begin, end).isZero();
    }
}
