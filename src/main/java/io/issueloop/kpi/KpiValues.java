package io.issueloop.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The stored values: written again and again under the same key, with the same id. */
@Component
class KpiValues {

    /** What makes people look again when it changes. */
    record Standing(
            BigDecimal numerator, BigDecimal denominator, long n, String status, boolean counts) {}

    private static final String WRITE =
            """
            insert into kpi_value (metric, basis, period, scope, definition_version, numerator, denominator, n,
                                   target, status, provisional, calendar_version, computed_at, details,
                                   counts, attainment, weight)
            select metric, basis, :period, scope, version, numerator, denominator, n,
                   target, status, :provisional, :calendar, :now, details, counts, attainment, weight
              from unnest(cast(:metrics as text[]), cast(:bases as text[]), cast(:scopes as text[]),
                          cast(:versions as integer[]), cast(:numerators as numeric[]),
                          cast(:denominators as numeric[]), cast(:ns as bigint[]), cast(:targets as numeric[]),
                          cast(:statuses as text[]), cast(:details as jsonb[]), cast(:counts as boolean[]),
                          cast(:attainments as numeric[]), cast(:weights as numeric[]))
                   as v (metric, basis, scope, version, numerator, denominator, n, target, status, details,
                         counts, attainment, weight)
            on conflict (metric, basis, period, scope, definition_version)
            do update set numerator = excluded.numerator, denominator = excluded.denominator, n = excluded.n,
                   target = excluded.target, status = excluded.status, provisional = excluded.provisional,
                   calendar_version = excluded.calendar_version, computed_at = excluded.computed_at,
                   details = excluded.details, counts = excluded.counts, attainment = excluded.attainment,
                   weight = excluded.weight
            """;

    private static final ColumnArrays<Tally> COLUMNS =
            new ColumnArrays<Tally>()
                    .with("metrics", tally -> tally.kpi().metric())
                    .with("bases", tally -> tally.kpi().basis())
                    .with("scopes", Tally::scope)
                    .with("versions", tally -> tally.kpi().version())
                    .with("numerators", Tally::numerator)
                    .with("denominators", Tally::denominator)
                    .with("ns", Tally::n)
                    .with("targets", tally -> tally.target().orElse(null))
                    .with("statuses", tally -> tally.status().name())
                    .with("details", tally -> Json.of(tally.details()))
                    .with("counts", tally -> tally.kpi().isDefault())
                    .with("attainments", tally -> tally.attainment().orElse(null))
                    .with("weights", tally -> tally.kpi().weight());

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
        COLUMNS.inBlocks(
                tallies,
                arrays ->
                        jdbc.update(
                                WRITE,
                                arrays.addValue("period", period.code())
                                        .addValue("provisional", provisional)
                                        .addValue("calendar", calendarVersion)
                                        .addValue("now", now.atOffset(ZoneOffset.UTC))));
        jdbc.update(
                "delete from kpi_value where period = :period and computed_at < :now",
                Map.of("period", period.code(), "now", now.atOffset(ZoneOffset.UTC)));
    }
}
