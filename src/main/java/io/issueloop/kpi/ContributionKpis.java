package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.List;

/** P3 知识库贡献, P4 团队协作评分 and P5 技能提升目标 (kpi.md §4). */
final class ContributionKpis {

    /** Published after the period's end, an article counts where it was submitted in time. */
    static final KpiDefinition ARTICLES =
            personal(
                    "P3",
                    "知识库贡献",
                    "季度内首次发布（经他人评审）的文章的作者份额之和；季末前提交、截止日前通过的也算；新建文档数另列",
                    Unit.ARTICLES,
                    "2",
                    "知识库文章记录（只增不改）",
                    """
                    with published as (
                        select article_no, author, share, exists (
                               select from kpi_article_fact a where a.article_no = p.article_no
                                  and a.step = 'PUBLISHED' and a.author = p.reviewer) or p.reviewer is null as by_author
                          from kpi_article p
                         where published_at >= :start and published_at < :end
                               and not (submitted_at < :start and published_at < :previousCutOff)
                            or published_at >= :end and published_at < :cutOff and submitted_at < :end
                    ), touched as (
                        select article_no, author, bool_or(step = 'CREATED') as created,
                               bool_or(step = 'SUBMITTED') as submitted
                          from kpi_article_fact
                         where occurred_at >= :start and occurred_at < :end and step in ('CREATED', 'SUBMITTED')
                         group by article_no, author
                    )
                    select article_no as issue_no, null::bigint as team_id, author as person,
                           coalesce(not p.by_author, false) as included,
                           case when p.by_author then '未经他人评审，不计入'
                                when p.share is not null then '已发布，份额 ' || trim_scale(p.share)
                                when exists (select from kpi_article x where x.article_no = t.article_no
                                                and x.published_at < :start) then '此前已发布过，只计首次'
                                when t.submitted then '已提交评审，截止日前尚未通过'
                                else '新建文档，尚未提交评审' end as reason,
                           case when p.by_author then 0 else coalesce(p.share, 0) end as numerator,
                           0 as denominator, null::text as part, t.created::integer::numeric as extra
                      from published p full join touched t using (article_no, author)
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
                sql);
    }
}
