package io.issueloop.calendar;

import io.issueloop.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The one working-time engine for due, elapsed and pause, exact to the second (kpi.md §2, §9). */
public interface WorkingCalendar {

    /** Eight hours of work: 工作日, 480 minutes. */
    Duration WORKING_DAY = Duration.ofMinutes(480);

    /**
     * Working time in {@code [from, to)}; zero when {@code to} is not after {@code from} or all of
     * it is out of hours.
     */
    Duration workBetween(Instant from, Instant to);

    /**
     * The instant at which {@code work} has been worked since {@code from}; a negative duration is
     * refused.
     */
    Instant addWork(Instant from, Duration work);

    /**
     * The instant from which on exactly {@code work} is left until {@code to}, the earliest where
     * there are several; a negative duration is refused.
     */
    Instant workBack(Instant to, Duration work);

    /** As a team counts: by its own days and hours where it has some, else as everybody. */
    default WorkingCalendar of(TeamId team) {
        return this;
    }

    /** As {@link #of(TeamId)}; an issue nobody holds yet counts as everybody. */
    default WorkingCalendar of(Optional<TeamId> team) {
        return team.map(this::of).orElse(this);
    }
}
