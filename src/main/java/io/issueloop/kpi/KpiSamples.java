package io.issueloop.kpi;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Values with their spread, over several quarters of all teams, for comparisons (kpi.md §7). */
@Service
@Transactional(readOnly = true)
public class KpiSamples {

    private final JdbcClient jdbc;

    KpiSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param mean in the metric's unit; of a share between 0 and 1
     * @param variance of a single one
     */
    public record Sample(long n, double mean, double variance) {}

    /**
     * Issues that were imported as the history of a quarter.
     *
     * @param first when the first was reported
     */
    public record Imported(long n, OffsetDateTime first, OffsetDateTime last) {}

    /** T2 in working days, issue by issue; empty where nothing was resolved. */
    public Optional<Sample> resolutionDays(List<Period> quarters) {
        return sample(
                """
                select count(*) as n, coalesce(avg(days), 0) as mean, coalesce(var_samp(days), 0) as variance
                  from (select (numerator / 28800)::float8 as days from kpi_line
                         where period in (:periods) and metric = 'T2' and basis = 'WORKDAY'
                           and included and person is null and denominator > 0) line
                """,
                quarters);
    }

    /** T3 as a share; empty where nothing was submitted. */
    public Optional<Sample> repeatedShare(List<Period> quarters) {
        return sample(
                """
                select n, share as mean, share * (1 - share) as variance
                  from (select coalesce(sum(denominator), 0)::bigint as n,
                               coalesce(sum(numerator) / nullif(sum(denominator), 0), 0)::float8 as share
                          from kpi_value where period in (:periods) and metric = 'T3' and scope = 'all' and counts) t
                """,
                quarters);
    }

    /** Empty where no history was imported for the quarter. */
    public Optional<Imported> imported(Period quarter) {
        return jdbc.sql(
                        """
                        select count(*) as n, min(occurred_at) as first, max(occurred_at) as last from issue_event
                         where type = 'REPORTED' and payload -> 'baseline' @> to_jsonb(cast(:quarter as text))
                           and occurred_at >= :start and occurred_at < :end
                        having count(*) > 0
                        """)
                .params(
                        Map.of(
                                "quarter", quarter.code(),
                                "start", quarter.start().atOffset(java.time.ZoneOffset.UTC),
                                "end", quarter.end().atOffset(java.time.ZoneOffset.UTC)))
                .query(
                        (row, n) ->
                                new Imported(
                                        row.getLong("n"),
                                        row.getObject("first", OffsetDateTime.class),
                                        row.getObject("last", OffsetDateTime.class)))
                .optional();
    }

    private Optional<Sample> sample(String sql, List<Period> quarters) {
        return jdbc.sql(sql)
                .param("periods", quarters.stream().map(Period::code).toList())
                .query(
                        (row, n) ->
                                new Sample(
                                        row.getLong("n"),
                                        row.getDouble("mean"),
                                        row.getDouble("variance")))
                .optional()
                .filter(sample -> sample.n() > 0);
    }
}
