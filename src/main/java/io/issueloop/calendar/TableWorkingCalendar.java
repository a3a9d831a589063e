package io.issueloop.calendar;

import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The working calendar of the tables, kept in memory until another version is published. */
@Component
class TableWorkingCalendar implements WorkingCalendar, CalendarCoverage {

    /** How long another node's import may go unnoticed. */
    private static final Duration RECHECK = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Checked checked;

    TableWorkingCalendar(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Duration workBetween(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        var days = days();
        return Duration.ofSeconds(days.workSeconds(to) - days.workSeconds(from));
    }

    @Override
    public Instant addWork(Instant from, Duration work) {
        requireNotNegative(work);
        var days = days();
        return work.toSeconds() == 0
                ? from
                : days.reached(days.workSeconds(from) + work.toSeconds());
    }

    @Override
    public Instant workBack(Instant to, Duration work) {
        requireNotNegative(work);
        var days = days();
        return work.toSeconds() == 0 ? to : days.reached(days.workSeconds(to) - work.toSeconds());
    }

    private static void requireNotNegative(Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("negative working time: " + work);
        }
    }

    @Override
    public int version() {
        return days().version();
    }

    @Override
    public List<Year> unconfirmed(Instant from, Instant to) {
        var days = days();
        return IntStream.rangeClosed(yearOf(from), yearOf(to))
                .mapToObj(Year::of)
                .filter(year -> !days.isConfirmed(year))
                .toList();
    }

    private static int yearOf(Instant instant) {
        return instant.atZone(Zones.REPORTING).getYear();
    }

    private WorkingDays days() {
        var known = checked;
        var now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(RECHECK)) && !now.isBefore(known.at())) {
            return known.days();
        }
        int current =
                jdbc.sql("select version from calendar_current").query(Integer.class).single();
        var days =
                known != null && known.days().version() == current ? known.days() : load(current);
        checked = new Checked(now, days);
        return days;
    }

    private WorkingDays load(int version) {
        var years =
                jdbc.sql("select year from calendar_year where version = :version")
                        .param("version", version)
                        .query((row, n) -> Year.of(row.getInt("year")))
                        .list();
        var exceptions = new HashMap<LocalDate, Boolean>();
        jdbc.sql("select day, type <> 'OFF' as working from calendar_day where version = :version")
                .param("version", version)
                .query(
                        row -> {
                            exceptions.put(
                                    row.getObject("day", LocalDate.class),
                                    row.getBoolean("working"));
                        });
        return new WorkingDays(version, new HashSet<>(years), exceptions);
    }

    private record Checked(Instant at, WorkingDays days) {}
}
