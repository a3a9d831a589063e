package io.issueloop.kpi;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What answers the lines of a KPI: issue_no, team_id, person, included, reason, numerator,
 * denominator, part, extra; parameters as in {@link PeriodLines}.
 *
 * @param ofEachIssue answers from one row of kpi_issue alone at most one line, for the issue's
 *     team; empty where lines come from elsewhere
 * @param besides all other lines; empty for none
 */
record LineStatement(String ofEachIssue, String besides) {

    static final LineStatement NONE = new LineStatement("", "");

    static LineStatement ofEachIssue(String sql) {
        return new LineStatement(sql, "");
    }

    static LineStatement of(String sql) {
        return new LineStatement("", sql);
    }

    LineStatement and(String others) {
        return new LineStatement(ofEachIssue, others);
    }

    /** All of it, as one statement. */
    String sql() {
        return Stream.of(ofEachIssue, besides)
                .filter(part -> !part.isEmpty())
                .map(String::stripTrailing)
                .collect(Collectors.joining("\nunion all\n"));
    }
}
