package io.issueloop.kpi;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes, for one period, which issue is in or out of which KPI and why. Statements know :start,
 * :end, :cutOff, :asOf, :quarter and the temporary tables kpi_issue and kpi_outcome.
 */
@Component
class PeriodLines {

    private final JdbcClient jdbc;
    private final IssueLines issueLines;
    private final LineSums sums;
    private final TimedIssues timed;
    private final CorrectedLines corrections;

    PeriodLines(
            JdbcClient jdbc,
            IssueLines issueLines,
            LineSums sums,
            TimedIssues timed,
            CorrectedLines corrections) {
        this.jdbc = jdbc;
        this.issueLines = issueLines;
        this.sums = sums;
        this.timed = timed;
        this.corrections = corrections;
    }

    /** Replaces all lines of the period; part of the caller's transaction. */
    void write(PeriodLook look) {
        jdbc.sql("delete from kpi_single_line where period = :period")
                .param("period", look.period().code())
                .update();
        issueLines.clear(look.period());
        sums.clear(look.period());
        timed.forget(look.period());
        prepare(look, null);
        writeIssues(look);
        timed.remember(look);
        writePeople(look);
        sums.addAll(look.period());
    }

    /**
     * Replaces the lines of these issues, of corrected ones, and all that do not come from issues.
     */
    void write(PeriodLook look, List<String> issues) {
        var some =
                Stream.concat(issues.stream(), corrections.lines(look.period()).stream())
                        .distinct()
                        .toArray(String[]::new);
        sums.takeOff(look.period(), some);
        jdbc.sql(
                        """
                        delete from kpi_single_line where period = :period
                           and (issue_no = any(:issues) or metric in ('P3', 'P4', 'P5'))
                        """)
                .param("period", look.period().code())
                .param("issues", some)
                .update();
        issueLines.clear(look.period(), some);
        timed.forget(look.period(), some);
        if (some.length > 0) {
            prepare(look, some);
            writeIssues(look);
            timed.remember(look);
        }
        writePeople(look);
        sums.add(look.period(), some);
        sums.replace(look.period(), List.of("P3", "P4", "P5"));
    }

    /**
     * What the statements read: the temporary tables kpi_issue and kpi_outcome, gone with the
     * transaction.
     *
     * @param only of all issues where null
     */
    private void prepare(PeriodLook look, String @Nullable [] only) {
        jdbc.sql("set local work_mem = '64MB'; set local client_min_messages = warning").update();
        jdbc.sql(
                        """
                        select kpi_prepare(array[:period, :quarter], :kind, :start, :end, :cutOff, :asOf,
                                           cast(:only as text[]))
                        """)
                .params(look.params())
                .param("only", only)
                .query()
                .listOfRows();
    }

    private void writeIssues(PeriodLook look) {
        issueLines.write(look);
        KpiDefinitions.ALL.stream()
                .filter(kpi -> !ContributionKpis.ALL.contains(kpi))
                .forEach(kpi -> write(look, kpi));
        jdbc.sql("reset work_mem; reset enable_nestloop; reset client_min_messages").update();
    }

    private void writePeople(PeriodLook look) {
        ContributionKpis.ALL.forEach(kpi -> write(look, kpi));
        corrections.apply(look);
    }

    /** What does not come from each issue alone. */
    private void write(PeriodLook look, KpiDefinition kpi) {
        if (kpi.lines().besides().isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into kpi_single_line (period, metric, basis, definition_version, issue_no, team_id, person,
                                                     included, reason, numerator, denominator, part, extra)
                        select :period, :metric, :basis, :version, issue_no, team_id, person,
                               included, reason, numerator, denominator, part, extra
                          from (%s) line
                        """
                                .formatted(kpi.lines().besides()))
                .params(look.params())
                .param("metric", kpi.metric())
                .param("basis", kpi.basis())
                .update();
    }
}
