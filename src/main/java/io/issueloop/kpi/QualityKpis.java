package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.List;

/** T3 重复问题率 and T4 客户满意度 (kpi.md §3, §9). */
final class QualityKpis {

    static final String DEFAULT_BASIS = "DEFAULT";

    static final KpiDefinition REPEATED =
            new KpiDefinition(
                    "T3",
                    DEFAULT_BASIS,
                    true,
                    1,
                    "重复问题率",
                    "周期内提报的问题中，经人确认为重复提报或复发的数量 ÷ 周期内有效提报数；同一人 10 分钟内的误重复提交两边都不计",
                    Unit.PERCENT,
                    Direction.LOWER_IS_BETTER,
                    new BigDecimal(10),
                    Period.Kind.QUARTER,
                    KpiScope.Kind.TEAM,
                    KpiDefinition.SOURCE,
                    LineStatement.ofEachIssue(
                            """
                    select issue_no, team_id, null::text as person, submission_out is null as included,
                           coalesce(submission_out, case link_kind when 'DUPLICATE_REPORT' then '重复提报'
                                                                   when 'RECURRENCE' then '复发' else '有效提报' end) as reason,
                           (submission_out is null and link_kind is not null)::integer as numerator,
                           (submission_out is null)::integer as denominator,
                           case when submission_out is null then link_kind end as part, null::numeric as extra
                      from (select *, coalesce(left_reason, baseline_reason,
                                        case when double_submit then '10 分钟内误重复提交，不计入' end) as submission_out
                              from kpi_issue where created_at >= :start) submitted
                    """));

    static final KpiDefinition SATISFACTION =
            new KpiDefinition(
                    "T4",
                    DEFAULT_BASIS,
                    true,
                    1,
                    "客户满意度",
                    "周期内解决的有效问题的提报人评分平均值；没有评分的不计，少于 5 份或回收率低于 20% 为样本不足",
                    Unit.STARS,
                    Direction.HIGHER_IS_BETTER,
                    new BigDecimal("4.5"),
                    Period.Kind.QUARTER,
                    KpiScope.Kind.TEAM,
                    KpiDefinition.SOURCE,
                    LineStatement.ofEachIssue(
                            """
                    select issue_no, team_id, null::text as person, rated as included,
                           coalesce(out_reason, case when own then '提报人自行解决，不计评价' when rated then stars || ' 星'
                                                     else '提报人未评分' end) as reason,
                           case when rated then stars else 0 end as numerator, rated::integer as denominator,
                           case when out_reason is null and not own and not rated then 'UNANSWERED' end as part,
                           null::numeric as extra
                      from (select *, resolver = reporter as own,
                                   out_reason is null and resolver <> reporter and stars is not null as rated
                              from kpi_issue where resolved_within) resolved
                    """));

    static final List<KpiDefinition> ALL = List.of(REPEATED, SATISFACTION);

    private QualityKpis() {}
}
