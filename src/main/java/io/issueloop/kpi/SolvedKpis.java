package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.List;

/** T1 问题解决率 on its three bases (kpi.md §3). */
final class SolvedKpis {

    private static final String LINE =
            """
            select issue_no, team_id, null::text as person, out_reason is null as included,
                   coalesce(out_reason, case when resolved_at is null then '周期结束时未解决' else '已解决' end) as reason,
                   (out_reason is null and resolved_at is not null)::integer as numerator,
                   (out_reason is null)::integer as denominator, null::text as part, null::numeric as extra
              from kpi_issue
            """;

    static final KpiDefinition CREATED =
            solved(
                    "CREATED",
                    true,
                    "周期内提报的有效问题中已解决的比例；周期结束前解决，截止日前重开的不算解决",
                    LineStatement.ofEachIssue(LINE + " where created_at >= :start")
                            .and(ClawBacks.OF_TEAMS));

    static final KpiDefinition DUE =
            solved(
                    "DUE",
                    false,
                    "周期开始时未解决、且在周期内或之前到期或在周期内解决的有效问题中，已解决的比例",
                    LineStatement.ofEachIssue(
                            LINE
                                    + """
                            where (resolved_at is null or resolved_at >= :start)
                              and (due_at < :end or resolved_at is not null)
                              and (out_reason is null or created_at >= :start or left_at >= :start)
                            union all
                            select issue_no, team_id, null, false, '时限在周期结束之后，不计入', 0, 0, null, null
                              from kpi_issue
                             where resolved_at is null and coalesce(due_at >= :end, true) and out_reason is null
                            """));

    static final KpiDefinition BACKLOG =
            solved(
                    "BACKLOG",
                    false,
                    "期初遗留与周期内提报的有效问题中已解决的比例",
                    LineStatement.ofEachIssue(
                            LINE
                                    + """
                            where (resolved_at is null or resolved_at >= :start)
                              and (out_reason is null or created_at >= :start or left_at >= :start)
                            """));

    static final List<KpiDefinition> ALL = List.of(CREATED, DUE, BACKLOG);

    private SolvedKpis() {}

    private static KpiDefinition solved(
            String basis, boolean isDefault, String formula, LineStatement lines) {
        return new KpiDefinition(
                "T1",
                basis,
                isDefault,
                1,
                "问题解决率",
                formula,
                Unit.PERCENT,
                Direction.HIGHER_IS_BETTER,
                new BigDecimal(90),
                Period.Kind.QUARTER,
                KpiScope.Kind.TEAM,
                KpiDefinition.SOURCE,
                lines);
    }
}
