package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.List;

/** P3 知识库贡献, P4 团队协作评分 and P5 技能提升目标 (kpi.md §4). */
final class ContributionKpis {

    static final KpiDefinition ARTICLES =
            personal(
                    "P3",
                    "知识库贡献",
                    "季度内首次发布（经他人评审）的文章的作者份额之和；季末前提交、截止日前通过的也算；新建文档数另列",
                    Unit.ARTICLES,
                    "2",
                    "知识库文章记录（只增不改）",
                    """
                    select article_no as issue_no, null::bigint as team_id, person, included, reason,
                           share as numerator, 0 as denominator, null::text as part, null::numeric as extra
                      from kpi_articles(:kind, :start, :end, :cutOff)
                    union all
                    select '新建文档', null, person, false, '新建文档 ' || count(*) || ' 份，原始数量，仅供参考', 0, 0, null, count(*)
                      from kpi_document where created_at >= :start and created_at < :end group by person
                    """);

    /** One line, so that nobody can tell who gave what. */
    static final KpiDefinition COLLABORATION =
            personal(
                    "P4",
                    "团队协作评分",
                    "各评价人所给平均分的平均值；评价人为本季度共同处理或评审过问题的同事及负责人补充的人，少于 3 人不计；评价人不公开",
                    Unit.STARS,
                    "4",
                    "同事互评（匿名，评价截止后计入）",
                    """
                    select '同事互评' as issue_no, null::bigint as team_id, person, count(*) >= 3 as included,
                           case when count(*) >= 3 then count(*) || ' 位评价人的平均分（匿名）'
                                else '评价人不足 3 位，不计' end as reason,
                           case when count(*) >= 3 then round(sum(mean_2520), 40) / 2520 else 0 end as numerator,
                           case when count(*) >= 3 then count(*) else 0 end as denominator,
                           null::text as part, null::numeric as extra
                      from kpi_peer_mean where period = :quarter group by person
                    """);

    static final KpiDefinition LEARNING =
            personal(
                    "P5",
                    "技能提升目标",
                    "学习计划中经负责人凭证据核验的条目权重之和 ÷ 全部条目权重之和",
                    Unit.PERCENT,
                    "100",
                    "学习计划记录（只增不改）",
                    """
                    select item_no as issue_no, null::bigint as team_id, person, step <> 'DROPPED' as included,
                           case step when 'VERIFIED' then '已核验：' when 'DROPPED' then '已取消：'
                                     else '未核验：' end || title as reason,
                           case step when 'VERIFIED' then weight else 0 end as numerator,
                           case step when 'DROPPED' then 0 else weight end as denominator,
                           null::text as part, null::numeric as extra
                      from (select distinct on (item_no) * from learning_item_fact f
                             where period = :quarter and occurred_at < :cutOff
                               and exists (select from learning_item_fact a where a.item_no = f.item_no
                                              and a.step = 'AGREED' and a.occurred_at < :end)
                             order by item_no, occurred_at desc, id desc) item
                    """);

    static final List<KpiDefinition> ALL = List.of(ARTICLES, COLLABORATION, LEARNING);

    private ContributionKpis() {}

    private static KpiDefinition personal(
            String metric,
            String name,
            String formula,
            Unit unit,
            String target,
            String source,
            String sql) {
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
                source,
                LineStatement.of(sql));
    }
}
