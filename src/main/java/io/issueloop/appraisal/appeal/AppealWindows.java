package io.issueloop.appraisal.appeal;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.kpi.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When a quarter's numbers can be appealed against (kpi.md §5): five working days. */
@Component
public class AppealWindows {

    private static final int DAYS = 5;

    private final WorkingCalendar calendar;
    private final Clock clock;

    AppealWindows(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Until when, exclusive; empty while it is not open. */
    public Optional<Instant> openUntil(Period quarter) {
        var from = addDays(quarter.end());
        var until = addDays(from);
        var now = clock.instant();
        return now.isBefore(from) || !now.isBefore(until) ? Optional.empty() : Optional.of(until);
    }

    private Instant addDays(Instant from) {
        return calendar.addWork(from, WorkingCalendar.WORKING_DAY.multipliedBy(DAYS));
    }
}
