package io.issueloop.kpi;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why there is no number where one would stand, or none that is judged (kpi.md §1, §3, §4). */
@Service
public class KpiGaps {

    private static final int ANSWERS_NEEDED = 5;

    private static final Map<String, String> NOTHING =
            Map.of(
                    "T1", "本期没有新提报的有效问题",
                    "T2", "本期没有解决有效问题",
                    "T3", "本期没有有效的提报",
                    "T4", "本期解决的问题还没有评分",
                    "P1", "本期没有派来有效问题",
                    "P2", "本期没有到期或解决的处理段",
                    "P4", "没有至少 3 位评价人的互评结果",
                    "P5", "没有季初商定的学习计划");

    private static final Map<String, String> ON_OTHER_BASES =
            Map.of("DUE", "本期没有到期或解决的有效问题", "BACKLOG", "本期没有在办的有效问题");

    private final Kpis kpis;

    KpiGaps(Kpis kpis) {
        this.kpis = kpis;
    }

    /** From the value alone, Chinese; empty where a number stands that may be judged. */
    public static String of(KpiValue value) {
        if (value.value() != null) {
            return value.status() == KpiStatus.INSUFFICIENT ? sample(value) : "";
        }
        if (value.metric().equals(ScoreKpi.SCORE.metric())) {
            return value.status() == KpiStatus.INSUFFICIENT ? "可用权重不足 60" : "在岗不足 25%，不计分";
        }
        return Optional.ofNullable(ON_OTHER_BASES.get(value.basis()))
                .orElseGet(() -> NOTHING.getOrDefault(value.metric(), "本期没有可以计算的数据"));
    }

    private static String sample(KpiValue value) {
        return value.n() < ANSWERS_NEEDED
                ? "只有 %d 份评分，至少要 %d 份".formatted(value.n(), ANSWERS_NEEDED)
                : "评分的回收率不足 20%";
    }

    /** With what the person's days and the value's lines say: who was away, what was left out. */
    @Transactional(readOnly = true)
    public String explained(KpiValue value) {
        var why = of(value);
        if (value.value() != null) {
            return why;
        }
        if (value.metric().equals(ScoreKpi.SCORE.metric())) {
            return kpis.details(value.id()).getOrDefault("none", why);
        }
        if (wasAway(value)) {
            return "本期的工作日都不在岗";
        }
        long out = kpis.lines(value.id()).size();
        return out == 0 ? why : "%s；%d 条未计入，原因见明细".formatted(why, out);
    }

    private boolean wasAway(KpiValue value) {
        var scope = KpiScope.of(value.scope());
        return scope.kind() == KpiScope.Kind.PERSON
                && kpis.find(Period.of(value.period()), scope, ScoreKpi.SCORE.metric()).stream()
                        .map(score -> kpis.details(score.id()).getOrDefault("exposure", ""))
                        .anyMatch(days -> days.startsWith("0/"));
    }
}
