package io.issueloop.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The stored values: written again and again under the same key, with the same id. */
@Component
class KpiValues {

    /** What makes people look again when it changes. */
    record Standing(
            BigDecimal numerator, BigDecimal denominator, long n, String status, boolean counts) {}

    private final NamedParameterJdbcTemplate jdbc;

    KpiValues(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By metric, basis and scope. */
    Map<List<String>, Standing> standings(Period period) {
        var standings = new HashMap<List<String>, Standing>();
        jdbc.query(
                """
                select metric, basis, scope, trim_scale(numerator) as numerator, trim_scale(denominator) as denominator,
                       n, status, counts
                  from kpi_value where period = :period
                """,
                Map.of("period", period.code()),
                row -> {
                    standings.put(
                            List.of(row.getString(1), row.getString(2), row.getString(3)),
                            new Standing(
                                    row.getBigDecimal("numerator"),
                                    row.getBigDecimal("denominator"),
                                    row.getLong("n"),
                                    row.getString("status"),
                                    row.getBoolean("counts")));
                });
        return standings;
    }

    /** Writes a period's values and drops those nobody belongs to any more. */
    void write(
            Period period,
            List<Tally> tallies,
            boolean provisional,
            int calendarVersion,
            Instant now) {
        var rows =
                tallies.stream()
                        .map(
                                tally ->
                                        row(period, tally)
                                                .addValue("provisional", provisional)
                                                .addValue("calendar", calendarVersion)
                                                .addValue("now", now.atOffset(ZoneOffset.UTC)))
                        .toArray(MapSqlParameterSource[]::new);
        jdbc.batchUpdate(
                """
                insert into kpi_value (metric, basis, period, scope, definition_version, numerator, denominator, n,
                                       target, status, provisional, calendar_version, computed_at, details,
                                       counts, attainment, weight)
                values (:metric, :basis, :period, :scope, :version, :numerator, :denominator, :n,
                        :target, :status, :provisional, :calendar, :now, cast(:details as jsonb),
                        :counts, :attainment, :weight)
                on conflict (metric, basis, period, scope, definition_version)
                do update set numerator = excluded.numerator, denominator = excluded.denominator, n = excluded.n,
                       target = excluded.target, status = excluded.status, provisional = excluded.provisional,
                       calendar_version = excluded.calendar_version, computed_at = excluded.computed_at,
                       details = excluded.details, counts = excluded.counts, attainment = excluded.attainment,
                       weight = excluded.weight
                """,
                rows);
        jdbc.update(
                "delete from kpi_value where period = :period and computed_at < :now",
                Map.of("period", period.code(), "now", now.atOffset(ZoneOffset.UTC)));
    }

    private static MapSqlParameterSource row(Period period, Tally tally) {
        var kpi = tally.kpi();
        return new MapSqlParameterSource()
                .addValue("metric", kpi.metric())
                .addValue("basis", kpi.basis())
                .addValue("period", period.code())
                .addValue("scope", tally.scope())
                .addValue("version", kpi.version())
                .addValue("numerator", tally.numerator())
                .addValue("denominator", tally.denominator())
                .addValue("n", tally.n())
                .addValue("target", tally.target().orElse(null))
                .addValue("status", tally.status().name())
                .addValue("details", Json.of(tally.details()))
                .addValue("counts", kpi.isDefault())
                .addValue("attainment", tally.attainment().orElse(null))
                .addValue("weight", kpi.weight());
    }
}
