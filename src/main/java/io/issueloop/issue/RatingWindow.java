package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.springframework.stereotype.Component;

/**
 * How long a rating may be changed: until the cut-off of the quarter in which the issue was
 * resolved, five working days after its end, exclusive (kpi.md §3 T4, §9).
 */
@Component
public class RatingWindow {

    private static final int CUT_OFF_DAYS = 5;

    private final WorkingCalendar calendar;
    private final Clock clock;

    RatingWindow(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The end of the window, UTC, exclusive. */
    public Instant endsAt(Instant resolvedAt) {
        var day = LocalDate.ofInstant(resolvedAt, Zones.REPORTING);
        var nextQuarter = day.with(IsoFields.DAY_OF_QUARTER, 1).plus(1, IsoFields.QUARTER_YEARS);
        return calendar.addWork(
                nextQuarter.atStartOfDay(Zones.REPORTING).toInstant(),
                WorkingCalendar.WORKING_DAY.multipliedBy(CUT_OFF_DAYS));
    }

    /** Whether a rating of what was resolved then may be given or changed now. */
    public boolean isOpen(Instant resolvedAt) {
        return clock.instant().isBefore(endsAt(resolvedAt));
    }
}
