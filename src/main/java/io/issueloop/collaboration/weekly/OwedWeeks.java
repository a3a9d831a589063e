package io.issueloop.collaboration.weekly;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which weeks have to be written, and which to be told: a missed, late or doubled timer changes
 * nothing.
 */
@Component
class OwedWeeks {

    private static final int LOCK = 0x5745454B;

    /** Older news is none: a week caught up after so long is written, but nobody is woken. */
    private static final Duration NEWS = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final ReportTimes times;
    private final Clock clock;

    OwedWeeks(JdbcClient jdbc, ReportTimes times, Clock clock) {
        this.jdbc = jdbc;
        this.times = times;
        this.clock = clock;
    }

    /** Until the caller's transaction ends, nobody else writes or tells. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
    }

    /** Weeks from the first issue on whose time has come and that are not written, oldest first. */
    List<Week> owed() {
        var first =
                jdbc.sql("select min(occurred_at) from issue_event where type = 'REPORTED'")
                        .query(OffsetDateTime.class)
                        .optional();
        var owed = new ArrayList<Week>();
        if (first.isPresent()) {
            var now = clock.instant();
            var written = new HashSet<>(periods());
            var week = Week.of(first.get().toInstant());
            for (; week.compareTo(Week.of(now)) <= 0; week = week.next()) {
                var due = times.writtenAt(week);
                if (due.isPresent() && !due.get().isAfter(now) && !written.contains(week.code())) {
                    owed.add(week);
                }
            }
        }
        return owed;
    }

    void written(Week week, Instant from, Instant to) {
        jdbc.sql(
                        """
                insert into weekly_report (period, from_at, to_at, written_at, told_at)
                values (:period, :from, :to, :now, case when :news then null else cast(:now as timestamptz) end)
                """)
                .param("period", week.code())
                .param("from", utc(from))
                .param("to", utc(to))
                .param("now", utc(clock.instant()))
                .param("news", clock.instant().isBefore(to.plus(NEWS)))
                .update();
    }

    /** Written and not yet told, oldest first. */
    List<Week> untold() {
        return jdbc
                .sql("select period from weekly_report where told_at is null order by to_at")
                .query(String.class)
                .list()
                .stream()
                .map(Week::of)
                .toList();
    }

    void told(Week week) {
        jdbc.sql("update weekly_report set told_at = :now where period = :period")
                .param("now", utc(clock.instant()))
                .param("period", week.code())
                .update();
    }

    /** Everything that is written, the newest first. */
    List<String> periods() {
        return jdbc.sql("select period from weekly_report order by to_at desc")
                .query(String.class)
                .list();
    }

    /** From when to when a written report goes. */
    Optional<Span> span(Week week) {
        return jdbc.sql("select from_at, to_at from weekly_report where period = :period")
                .param("period", week.code())
                .query(
                        (row, n) ->
                                new Span(
                                        row.getObject(1, OffsetDateTime.class).toInstant(),
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Later than {@code from}, up to {@code to}. */
    record Span(Instant from, Instant to) {}

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
