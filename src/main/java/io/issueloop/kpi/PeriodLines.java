package io.issueloop.kpi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes, for one period, which issue is in or out of which KPI and why. */
@Component
class PeriodLines {

    /**
     * As of the period; shared by all statements, gone with the transaction. Nested loops are off
     * because the planner guesses intermediate results too small, and a wrong guess is quadratic.
     */
    private static final String FACTS =
            """
            set local work_mem = '64MB';
            set local enable_nestloop = off;
            drop table if exists pg_temp.kpi_issue, pg_temp.kpi_outcome;
            create temporary table kpi_issue on commit drop as
            select f.*, coalesce(left_reason, baseline_reason, duplicate_reason) as out_reason,
                   coalesce(left_reason, case when imported_baseline then '历史基线数据，不计入个人指标' end,
                            duplicate_reason) as personal_out
              from kpi_facts('{%s,%s}', '%s', '%s', '%s', '%s') f;
            create temporary table kpi_outcome on commit drop as
            select * from kpi_outcomes('%s', '%4$s', '%5$s', '%6$s');
            analyze kpi_issue;
            analyze kpi_outcome;
            """;

    private final JdbcClient jdbc;

    PeriodLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the period's lines; part of the caller's transaction. */
    void write(Period period, Instant cutOff, Instant now) {
        var asOf = now.isBefore(period.end()) ? now : period.end();
        jdbc.sql(
                        FACTS.formatted(
                                period,
                                period.quarter(),
                                period.start(),
                                period.end(),
                                cutOff,
                                asOf,
                                period.kind().name().toLowerCase(Locale.ROOT)))
                .update();
        jdbc.sql("delete from kpi_line where period = :period")
                .param("period", period.code())
                .update();
        KpiDefinitions.ALL.forEach(kpi -> write(period, kpi));
        jdbc.sql("reset work_mem; reset enable_nestloop").update();
    }

    private void write(Period period, KpiDefinition kpi) {
        jdbc.sql(
                        """
                        insert into kpi_line (period, metric, basis, definition_version, issue_no, team_id, person,
                                              included, reason, numerator, denominator, part, extra)
                        select :period, :metric, :basis, :version, issue_no, team_id, person,
                               included, reason, numerator, denominator, part, extra
                          from (%s) line
                        """
                                .formatted(kpi.sql()))
                .params(
                        Map.of(
                                "period", period.code(),
                                "metric", kpi.metric(),
                                "basis", kpi.basis(),
                                "version", kpi.version(),
                                "start", period.start().atOffset(ZoneOffset.UTC),
                                "end", period.end().atOffset(ZoneOffset.UTC)))
                .update();
    }
}
