package io.issueloop.calendar;

import io.issueloop.calendar.CalendarVersions.CalendarPublished;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The working calendar of the tables, kept in memory until another version is published. */
@Component
class TableWorkingCalendar implements WorkingCalendar, CalendarCoverage {

    /** How long another node's import may go unnoticed. */
    private static final Duration RECHECK = Duration.ofSeconds(30);

    private final CalendarTable table;
    private final Clock clock;
    private volatile @Nullable Checked checked;

    TableWorkingCalendar(JdbcClient jdbc, Clock clock) {
        this.table = new CalendarTable(jdbc, clock);
        this.clock = clock;
    }

    @Override
    public Duration workBetween(Instant from, Instant to) {
        return days().workBetween(from, to);
    }

    @Override
    public Instant addWork(Instant from, Duration work) {
        return days().addWork(from, work);
    }

    @Override
    public Instant workBack(Instant to, Duration work) {
        return days().workBack(to, work);
    }

    @Override
    public WorkingCalendar of(TeamId team) {
        return days().of(team);
    }

    @Override
    public int version() {
        return days().company().version();
    }

    @Override
    public List<Year> unconfirmed(Instant from, Instant to) {
        var days = days().company();
        return IntStream.rangeClosed(yearOf(from), yearOf(to))
                .mapToObj(Year::of)
                .filter(year -> !days.isConfirmed(year))
                .toList();
    }

    /** On this node the new version counts from here on, in the same transaction. */
    @EventListener
    void on(CalendarPublished published) {
        checked = null;
    }

    @Override
    public List<TeamId> stillFollowing(Year year) {
        return days().stillFollowing(year);
    }

    private static int yearOf(Instant instant) {
        return instant.atZone(Zones.REPORTING).getYear();
    }

    private CountedCalendar days() {
        var known = checked;
        var now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(RECHECK)) && !now.isBefore(known.at())) {
            return known.days();
        }
        int current = table.current();
        var days =
                known != null && known.days().company().version() == current
                        ? known.days()
                        : table.content(current).counted(current);
        checked = new Checked(now, days);
        return days;
    }

    private record Checked(Instant at, CountedCalendar days) {}
}
