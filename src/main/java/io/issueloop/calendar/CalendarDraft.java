package io.issueloop.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A calendar as it would be: counts like the one in force, and can be published.
 *
 * @param basedOn the version it was made from
 * @param source where it comes from, for the history
 */
public record CalendarDraft(
        int basedOn, String source, List<CalendarYear> years, WorkingCalendar counted)
        implements WorkingCalendar {

    @Override
    public Duration workBetween(Instant from, Instant to) {
        return counted.workBetween(from, to);
    }

    @Override
    public Instant addWork(Instant from, Duration work) {
        return counted.addWork(from, work);
    }

    @Override
    public Instant workBack(Instant to, Duration work) {
        return counted.workBack(to, work);
    }
}
