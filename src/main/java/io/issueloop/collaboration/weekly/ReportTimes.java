package io.issueloop.collaboration.weekly;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When a week's report is written and when it may be sent. */
@Component
class ReportTimes {

    private static final LocalTime AFTERNOON = LocalTime.of(16, 37);
    private static final Duration MOMENT = Duration.ofMinutes(7);

    private final WorkingCalendar calendar;

    ReportTimes(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** 16:37 on the last working day up to Friday, else on the weekend day that is worked. */
    Optional<Instant> writtenAt(Week week) {
        for (int day : new int[] {4, 3, 2, 1, 0, 5, 6}) {
            var date = week.monday().plusDays(day);
            if (isWorkingDay(date)) {
                return Optional.of(at(date));
            }
        }
        return Optional.empty(); // nobody works: the next week's report covers it
    }

    /** The report before this week's: from there on things are new. */
    Instant since(Week week) {
        var before = week.before();
        for (int weeks = 0; weeks < 5; weeks++, before = before.before()) {
            var written = writtenAt(before);
            if (written.isPresent()) {
                return written.get();
            }
        }
        return at(week.before().monday().plusDays(4));
    }

    /** Now, or with the next working hours; never at minute 0 or 30 (design.md §3). */
    Instant sendAt(Instant now) {
        boolean working = !calendar.workBetween(now, now.plus(Duration.ofMinutes(1))).isZero();
        var due = working ? now : calendar.addWork(now, MOMENT);
        int minute = due.atZone(Zones.REPORTING).getMinute();
        return minute % 30 == 0 ? due.plus(Duration.ofMinutes(1)) : due;
    }

    private boolean isWorkingDay(LocalDate day) {
        var start = day.atStartOfDay(Zones.REPORTING).toInstant();
        return !calendar.workBetween(start, start.plus(Duration.ofDays(1))).isZero();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(AFTERNOON).atZone(Zones.REPORTING).toInstant();
    }
}
