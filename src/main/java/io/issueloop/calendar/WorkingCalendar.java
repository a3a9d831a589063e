package io.issueloop.calendar;

import java.time.Duration;
import java.time.Instant;

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
}
