package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.List;

/** T2 平均解决时间 in working days, and in calendar days beside it (kpi.md §3, §9). */
final class DurationKpis {

    /**
     * Numerators are seconds. What is still open stands beside: while its clock runs with the
     * second it would have begun at without a pause, while it stands with its age.
     */
    private static final String LINES =
            """
            select issue_no, team_id, null::text as person, out_reason is null as included,
                   coalesce(out_reason, case when work_seconds = 0 then '周期内解决；全程在非工作时间，计 0 工作时间'
                                             else '周期内解决' end) as reason,
                   case when out_reason is null then %1$s else 0 end as numerator,
                   (out_reason is null)::integer as denominator, null::text as part, null::numeric as extra
              from kpi_issue
             where resolved_within
            union all
            select issue_no, team_id, null, false, '周期结束时未解决，不计入平均', 0, 0,
                   case when standing then 'STANDING' else 'OPEN' end,
                   case when standing then %1$s else (select %2$s) - %1$s end
              from kpi_issue
             where resolved_at is null and out_reason is null
            """;

    /** Seconds of either clock as of the period. */
    static final String WORK_CLOCK = "work_seconds(:asOf)";

    static final String WALL_CLOCK = "floor(extract(epoch from cast(:asOf as timestamptz)))";

    static final KpiDefinition WORKDAY =
            duration(
                    "WORKDAY",
                    true,
                    "周期内解决的有效问题，从提报到解决的工作时间减去暂停与待审批时间的平均值；480 工作分钟为 1 天",
                    Unit.WORKING_DAYS,
                    LINES.formatted("work_seconds", WORK_CLOCK));

    static final KpiDefinition CALENDAR =
            duration(
                    "CALENDAR",
                    false,
                    "周期内解决的有效问题，从提报到解决的自然时间减去暂停与待审批时间的平均值；1440 分钟为 1 天",
                    Unit.CALENDAR_DAYS,
                    LINES.formatted("wall_seconds", WALL_CLOCK));

    static final List<KpiDefinition> ALL = List.of(WORKDAY, CALENDAR);

    private DurationKpis() {}

    private static KpiDefinition duration(
            String basis, boolean isDefault, String formula, Unit unit, String sql) {
        return new KpiDefinition(
                "T2",
                basis,
                isDefault,
                1,
                "平均解决时间",
                formula,
                unit,
                Direction.LOWER_IS_BETTER,
                new BigDecimal(3),
                Period.Kind.MONTH,
                KpiScope.Kind.TEAM,
                KpiDefinition.SOURCE,
                LineStatement.ofEachIssue(sql));
    }
}
