package io.issueloop.kpi;

/** SCORE 综合得分: what the personal KPIs add up to by their weights (kpi.md §4). */
final class ScoreKpi {

    static final KpiDefinition SCORE =
            new KpiDefinition(
                    "SCORE",
                    QualityKpis.DEFAULT_BASIS,
                    true,
                    1,
                    "综合得分",
                    "100 × Σ（权重 × 达成率）÷ Σ 权重，只计有数值的个人指标；达成率 = 数值 ÷ 目标，封顶；可用权重不足 60 为数据不足，在岗不足 25% 不计分",
                    Unit.POINTS,
                    Direction.HIGHER_IS_BETTER,
                    null,
                    Period.Kind.QUARTER,
                    KpiScope.Kind.PERSON,
                    "本周期的个人指标 P1–P5",
                    // no facts of its own: PersonScores adds up the other metrics
                    LineStatement.NONE);

    private ScoreKpi() {}
}
