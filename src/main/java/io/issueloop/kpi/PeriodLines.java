package io.issueloop.kpi;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes, for one period, which issue is in or out of which KPI and why. Statements know :start,
 * :end, :cutOff, :previousCutOff, :quarter and the temporary tables kpi_issue and kpi_outcome.
 */
@Component
class PeriodLines {

    /**
     * As of the period; shared by all statements, gone with the transaction. Nested loops are off
     * because the planner guesses intermediate results too small, and a wrong guess is quadratic; a
     * few issues are found by them.
     */
    private static final String FACTS =
            """
            set local work_mem = '64MB';
            set local enable_nestloop = %s;
            drop table if exists pg_temp.kpi_issue, pg_temp.kpi_outcome;
            create temporary table kpi_issue on commit drop as
            select f.*, coalesce(left_reason, baseline_reason, duplicate_reason) as out_reason,
                   coalesce(left_reason, case when imported_baseline then '历史基线数据，不计入个人指标' end,
                            duplicate_reason) as personal_out
              from kpi_facts('{%s,%s}', '%s', '%s', '%s', '%s', %s) f;
            create temporary table kpi_outcome on commit drop as
            select * from kpi_outcomes('%s', '%5$s', '%6$s', '%7$s', %8$s);
            analyze kpi_issue;
            analyze kpi_outcome;
            """;

    private final JdbcClient jdbc;
    private final KpiCorrections corrections;

    PeriodLines(JdbcClient jdbc, KpiCorrections corrections) {
        this.jdbc = jdbc;
        this.corrections = corrections;
    }

    /** Replaces all lines of the period; part of the caller's transaction. */
    void write(PeriodLook look) {
        jdbc.sql("delete from kpi_line where period = :period")
                .param("period", look.period().code())
                .update();
        writeIssues(look, "null");
        writePeople(look);
    }

    /** Replaces the lines of these issues and all that do not come from issues. */
    void write(PeriodLook look, List<String> issues) {
        jdbc.sql("delete from kpi_line where period = :period and issue_no = any(:issues)")
                .param("period", look.period().code())
                .param("issues", issues.toArray(String[]::new))
                .update();
        if (!issues.isEmpty()) {
            writeIssues(look, literal(issues));
        }
        jdbc.sql("delete from kpi_line where period = :period and metric in ('P3', 'P4', 'P5')")
                .param("period", look.period().code())
                .update();
        writePeople(look);
    }

    private void writeIssues(PeriodLook look, String only) {
        var period = look.period();
        jdbc.sql(
                        FACTS.formatted(
                                only.equals("null") ? "off" : "on",
                                period,
                                period.quarter(),
                                period.start(),
                                period.end(),
                                look.cutOff(),
                                look.asOf(),
                                only,
                                look.kind()))
                .update();
        KpiDefinitions.ALL.stream()
                .filter(kpi -> !kpi.sql().isEmpty() && !ContributionKpis.ALL.contains(kpi))
                .forEach(kpi -> write(look, kpi));
        rememberOpen(look, only);
        jdbc.sql("reset work_mem; reset enable_nestloop").update();
    }

    private void writePeople(PeriodLook look) {
        ContributionKpis.ALL.forEach(kpi -> write(look, kpi));
        corrections.apply(look);
    }

    private void write(PeriodLook look, KpiDefinition kpi) {
        jdbc.sql(
                        """
                        insert into kpi_line (period, metric, basis, definition_version, issue_no, team_id, person,
                                              included, reason, numerator, denominator, part, extra)
                        select :period, :metric, :basis, :version, issue_no, team_id, person,
                               included, reason, numerator, denominator, part, extra
                          from (%s) line
                        """
                                .formatted(kpi.sql()))
                .params(look.params())
                .param("metric", kpi.metric())
                .param("basis", kpi.basis())
                .update();
    }

    /** Time alone changes the lines of what is open while the period runs. */
    private void rememberOpen(PeriodLook look, String only) {
        jdbc.sql(
                        "delete from kpi_open_issue where period = :period"
                                + (only.equals("null") ? "" : " and issue_no = any(" + only + ")"))
                .param("period", look.period().code())
                .update();
        if (look.asOf().isBefore(look.period().end())) {
            jdbc.sql(
                            """
                            insert into kpi_open_issue (period, issue_no)
                            select :period, issue_no from kpi_issue where resolved_at is null
                            """)
                    .param("period", look.period().code())
                    .update();
        }
    }

    /** Issue numbers are ours, yet quoted like anybody's. */
    private static String literal(List<String> issues) {
        return issues.stream()
                .map(issue -> "'" + issue.replace("'", "''") + "'")
                .collect(Collectors.joining(",", "array[", "]::text[]"));
    }
}
