package io.issueloop.calendar;

import io.issueloop.shared.TeamId;
import java.time.Duration;
import java.time.Instant;

/**
 * A calendar as it would be: counts like the one in force, and can be published.
 *
 * @param basedOn the version it was made from
 * @param source where it comes from, for the history
 */
public record CalendarDraft(
        int basedOn, String source, CalendarChange change, WorkingCalendar counted)
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

    @Override
    public WorkingCalendar of(TeamId team) {
        return counted.of(team);
    }
}
