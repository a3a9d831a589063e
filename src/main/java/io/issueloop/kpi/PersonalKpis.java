package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.List;

/** P1 个人问题解决数 and P2 解决及时率 (kpi.md §4, §9). */
final class PersonalKpis {

    /** A denominator says that something was solved by or offered to the person: else N/A. */
    static final KpiDefinition SOLVED =
            personal(
                    "P1",
                    "个人问题解决数",
                    "季度内解决的有效问题的份额之和：处理人 1.00，或经负责人同意的协作份额；自提自解须他人确认",
                    Unit.COUNT,
                    "5",
                    """
                    with solved as (
                        select issue_no, team_id, shares, resolver, personal_out,
                               coalesce(personal_out, case when resolver = reporter and not confirmed
                                                           then '自提自解，尚无他人确认' end) as why_not
                          from kpi_issue
                         where resolved_within
                    ), shared as (
                        select issue_no, team_id, resolver as holder, 1::numeric as share, personal_out, why_not
                          from solved where shares is null
                        union all
                        select issue_no, team_id, s.key, s.value::numeric, personal_out, why_not
                          from solved cross join lateral jsonb_each_text(shares) s
                    ), offered as (
                        select distinct f.issue_no, f.team_id, s.person as holder, f.personal_out, f.resolved_at
                          from kpi_outcome s join kpi_issue f using (issue_no)
                         where not s.wrongly_assigned and (s.to_at is null or s.to_at > :start)
                           and (f.resolved_at is null or f.resolved_at >= :start)
                    )
                    select issue_no, coalesce(s.team_id, o.team_id) as team_id, holder as person,
                           s.holder is not null and s.why_not is null as included,
                           case when s.holder is null then coalesce(o.personal_out,
                                     case when o.resolved_at is null then '周期结束时未解决' else '由他人解决' end)
                                else coalesce(s.why_not, '已解决，份额 ' || trim_scale(s.share)) end as reason,
                           case when s.why_not is null then coalesce(s.share, 0) else 0 end as numerator,
                           0 as denominator,
                           case when coalesce(s.personal_out, o.personal_out) is null then 'OFFERED' end as part,
                           null::numeric as extra
                      from shared s full join offered o using (issue_no, holder)
                    """
                            + ClawBacks.OF_PERSONS);

    static final KpiDefinition ON_TIME =
            personal(
                    "P2",
                    "解决及时率",
                    "按时解决的处理段 ÷（按时 + 超时）；个人时限已过仍在手上即为超时，时限前转交的不计，暂停顺延",
                    Unit.PERCENT,
                    "85",
                    """
                    select issue_no, team_id, person, counted and personal_out is null as included,
                           coalesce(personal_out, case
                               when wrongly_assigned then '误派，4 工作小时内退回，不计'
                               when outcome = 'LATE_BEFORE' then '同一问题已计过一次超时'
                               when counted and outcome = 'ONTIME' then '按时解决'
                               when counted then '超时：个人时限已过仍未解决'
                               when to_at is not null then '时限前转交，不计'
                               else '处理中，时限未到' end) as reason,
                           (counted and personal_out is null and outcome = 'ONTIME')::integer as numerator,
                           (counted and personal_out is null)::integer as denominator,
                           null::text as part, null::numeric as extra
                      from (select s.*, f.team_id, f.personal_out,
                                   coalesce(outcome in ('ONTIME', 'LATE') and at >= :start, false) as counted
                              from kpi_outcome s join kpi_issue f using (issue_no)
                             where at >= :start or outcome is null and coalesce(to_at, 'infinity') >= :start) segment
                    """);

    static final List<KpiDefinition> ALL = List.of(SOLVED, ON_TIME);

    private PersonalKpis() {}

    private static KpiDefinition personal(
            String metric, String name, String formula, Unit unit, String target, String sql) {
        return new KpiDefinition(
                metric,
                QualityKpis.DEFAULT_BASIS,
                true,
                1,
                name,
                formula,
                unit,
                Direction.HIGHER_IS_BETTER,
                new BigDecimal(target),
                Period.Kind.QUARTER,
                KpiScope.Kind.PERSON,
                KpiDefinition.SOURCE,
                LineStatement.of(sql));
    }
}
