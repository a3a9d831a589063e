package io.issueloop.kpi;

import io.issueloop.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which periods have to be computed. Timers only wake us; this table decides, so a missed, late or
 * doubled timer changes nothing (kpi.md §5).
 */
@Component
class OwedPeriods {

    private static final int LOCK = 0x4B5049;

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    OwedPeriods(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /**
     * Registers every month and quarter from the first issue on; what is not final, or has been
     * overtaken by facts recorded later, is owed.
     */
    void register(Instant now) {
        for (var period : since(now)) {
            jdbc.sql(
                            """
                            insert into kpi_owed_period (period, starts_at, ends_at, cut_off, owed)
                            values (:period, :start, :end, :cutOff, true)
                            on conflict (period) do update set owed = true, cut_off = excluded.cut_off
                             where not exists (select from kpi_locked_period l where l.period = kpi_owed_period.period)
                               and (not kpi_owed_period.final or exists (
                                   select 1 from issue_event
                                    where id > kpi_owed_period.seen_event - 100000
                                      and recorded_at > kpi_owed_period.computed_at - interval '10 minutes'
                                      and occurred_at < kpi_owed_period.cut_off)
                                or kpi_people_changed(:start, :end, kpi_owed_period.cut_off, kpi_owed_period.computed_at))
                            """)
                    .params(
                            Map.of(
                                    "period", period.code(),
                                    "start", utc(period.start()),
                                    "end", utc(period.end()),
                                    "cutOff", utc(cutOff(period))))
                    .update();
        }
    }

    /** End plus five working days, exclusive (kpi.md §9). */
    Instant cutOff(Period period) {
        return calendar.addWork(period.end(), WorkingCalendar.WORKING_DAY.multipliedBy(5));
    }

    /** Until the caller's transaction ends, nobody else computes periods. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
    }

    /** The oldest period owed; a month before the quarter that ends with it. */
    Optional<Period> next() {
        return jdbc.sql(
                        """
                        select period from kpi_owed_period
                         where owed and period not in (select period from kpi_locked_period)
                         order by ends_at, starts_at desc limit 1
                        """)
                .query(String.class)
                .optional()
                .map(Period::of);
    }

    /** The last event there is before a computation begins. */
    long lastEvent() {
        return jdbc.sql("select coalesce(max(id), 0) from issue_event").query(Long.class).single();
    }

    boolean isFinal(Period period) {
        return jdbc.sql("select final from kpi_owed_period where period = :period")
                .param("period", period.code())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** What a period was computed with. */
    record Computed(long lastEvent, boolean last, int definitions, int calendar, Instant now) {}

    void computed(Period period, Computed with, boolean tell) {
        jdbc.sql(
                        """
                        update kpi_owed_period
                           set owed = false, final = :final, seen_event = :seen, computed_at = :now,
                               revision = revision + :tell, definition_version = :definitions,
                               calendar_version = :calendar, statements = :statements
                         where period = :period
                        """)
                .params(
                        Map.of(
                                "period",
                                period.code(),
                                "final",
                                with.last(),
                                "seen",
                                with.lastEvent(),
                                "now",
                                utc(with.now()),
                                "tell",
                                tell ? 1 : 0,
                                "definitions",
                                with.definitions(),
                                "calendar",
                                with.calendar(),
                                "statements",
                                KpiDefinitions.STATEMENTS))
                .update();
    }

    /** Whether it has ever been due. */
    boolean isKnown(Period period) {
        return jdbc.sql("select exists (select from kpi_owed_period where period = ?)")
                .param(period.code())
                .query(Boolean.class)
                .single();
    }

    private List<Period> since(Instant now) {
        var first =
                jdbc.sql("select min(occurred_at) from issue_event where type = 'REPORTED'")
                        .query(OffsetDateTime.class)
                        .optional();
        var periods = new ArrayList<Period>();
        if (first.isPresent()) {
            for (var kind : Period.Kind.values()) {
                var period = Period.at(kind, first.get().toInstant());
                for (; !period.start().isAfter(now); period = period.next()) {
                    periods.add(period);
                }
            }
        }
        return periods;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
