package io.issueloop.kpi;

import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each issue of a period is in every KPI of its team: one row with all its lines, which {@code
 * kpi_line} shows as one row each (V230).
 */
@Component
class IssueLines {

    /** Each statement reads the one row of kpi_issue that the loop is at. */
    private static final String WRITE =
            """
            insert into kpi_issue_lines (period, definition_version, issue_no, team_id, lines)
            select :period, :version, issue.issue_no, issue.team_id, own.lines
              from kpi_issue issue
             cross join lateral (
                   with kpi_issue as not materialized (select issue.*)
                   select array_agg(row(metric, basis, included, reason, numerator, denominator, part, extra)::kpi_entry)
                              as lines
                     from (%s) line) own
             where own.lines is not null
            """
                    .formatted(
                            KpiDefinitions.ALL.stream()
                                    .filter(kpi -> !kpi.lines().ofEachIssue().isEmpty())
                                    .map(IssueLines::lines)
                                    .collect(Collectors.joining("\nunion all\n")));

    private final JdbcClient jdbc;

    IssueLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void clear(Period period) {
        jdbc.sql("delete from kpi_issue_lines where period = ?").param(period.code()).update();
    }

    void clear(Period period, String[] issues) {
        jdbc.sql("delete from kpi_issue_lines where period = :period and issue_no = any(:issues)")
                .param("period", period.code())
                .param("issues", issues)
                .update();
    }

    /** Of all issues now in kpi_issue, none of which has lines in the period. */
    void write(PeriodLook look) {
        jdbc.sql(WRITE).params(look.params()).update();
    }

    private static String lines(KpiDefinition kpi) {
        return """
               select '%s' as metric, '%s' as basis, included, reason, numerator::numeric, denominator::numeric, part, extra
                 from (%s) line
               """
                .formatted(kpi.metric(), kpi.basis(), kpi.lines().ofEachIssue());
    }
}
