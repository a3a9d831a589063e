package io.issueloop.calendar;

import io.issueloop.shared.TeamId;
import java.time.Instant;
import java.time.Year;
import java.util.List;

/** Which calendar is in force and which years it does not know: 日历未确认 (kpi.md §2). */
public interface CalendarCoverage {

    /** The version in force; it grows with every import. */
    int version();

    /**
     * The years touched by {@code [from, to]} in Asia/Shanghai that nobody has confirmed; they
     * count Monday to Friday.
     */
    List<Year> unconfirmed(Instant from, Instant to);

    /**
     * Teams that had days of their own the year before and go by the company's in this one, maybe
     * unawares.
     */
    List<TeamId> stillFollowing(Year year);
}
