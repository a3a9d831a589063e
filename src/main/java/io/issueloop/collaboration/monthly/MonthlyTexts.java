package io.issueloop.collaboration.monthly;

import io.issueloop.collaboration.monthly.MonthlyFacts.Ages;
import io.issueloop.collaboration.monthly.MonthlyFacts.Frequent;
import io.issueloop.issue.ClassificationReport;
import io.issueloop.kpi.KpiDisplay;
import io.issueloop.kpi.KpiValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a month's facts into sentences; pure functions. */
final class MonthlyTexts {

    private MonthlyTexts() {}

    static String title(YearMonth month) {
        return "%d年%d月问题分析".formatted(month.getYear(), month.getMonthValue());
    }

    /** 平均解决时间：2.41 天，上月 3.05 天，改善 0.64；达标。 */
    static String change(KpiValue now, Optional<KpiValue> before, boolean lowerIsBetter) {
        var shown = KpiDisplay.of(now);
        if (now.value() == null) {
            return "%s：本月没有可计算的数据。".formatted(shown.name());
        }
        var said =
                before.filter(value -> value.value() != null)
                        .map(
                                value ->
                                        "，上月 %s，%s"
                                                .formatted(
                                                        number(value),
                                                        moved(now, value, lowerIsBetter)))
                        .orElse("，上月没有数据");
        return "%s：%s（样本 %d）%s；%s。"
                .formatted(shown.name(), number(now), now.n(), said, shown.status());
    }

    private static String number(KpiValue value) {
        var shown = KpiDisplay.of(value);
        return shown.value() + " " + shown.unit();
    }

    private static String moved(KpiValue now, KpiValue before, boolean lowerIsBetter) {
        var by =
                new BigDecimal(String.valueOf(now.value()))
                        .subtract(new BigDecimal(String.valueOf(before.value())))
                        .setScale(2, RoundingMode.HALF_UP);
        if (by.signum() == 0) {
            return "持平";
        }
        boolean better = by.signum() < 0 == lowerIsBetter;
        return (better ? "改善 " : "变差 ") + by.abs().toPlainString();
    }

    static List<String> ages(Ages ages) {
        if (ages.open() == 0) {
            return List.of("月末没有未解决的问题。");
        }
        return List.of(
                "月末未解决 %d 件：7 天内 %d 件，8–30 天 %d 件，超过 30 天 %d 件。"
                        .formatted(ages.open(), ages.week(), ages.month(), ages.older()),
                "最久的一件已 %d 天。".formatted(ages.oldest()));
    }

    static List<String> frequent(List<Frequent> kinds) {
        if (kinds.isEmpty()) {
            return List.of("没有重复出现的问题类别。");
        }
        return kinds.stream()
                .map(
                        one ->
                                "%s：%d 件%s，多在“%s”。"
                                        .formatted(
                                                one.kind(),
                                                one.issues(),
                                                one.recurring() > 0
                                                        ? "，其中复发 %d 件".formatted(one.recurring())
                                                        : "",
                                                one.project()))
                .toList();
    }

    static List<String> classification(ClassificationReport report) {
        if (report.judged() == 0) {
            return List.of("本月没有新的分类。");
        }
        var lines = new ArrayList<String>();
        lines.add(
                "判定 %d 件，自动分类 %s，人工分诊 %d 件，自动分类后被改正 %d 件（%s）。"
                        .formatted(
                                report.judged(),
                                percent(report.automatic(), report.judged()),
                                report.triaged(),
                                report.corrected(),
                                percent(report.corrected(), report.automatic())));
        report.keywords().stream()
                .filter(word -> word.corrected() > 0)
                .limit(3)
                .forEach(
                        word ->
                                lines.add(
                                        "关键词“%s”命中 %d 件，%d 件被改正：可能误导，请检查决策表。"
                                                .formatted(
                                                        word.keyword(),
                                                        word.issues(),
                                                        word.corrected())));
        report.missing().stream()
                .limit(3)
                .forEach(
                        word ->
                                lines.add(
                                        "“%s”在 %d 件人工分诊的问题中出现，多归为%s：可考虑加为关键词。"
                                                .formatted(
                                                        word.word(),
                                                        word.issues(),
                                                        word.category())));
        return lines;
    }

    private static String percent(int part, int of) {
        return of == 0
                ? "—"
                : BigDecimal.valueOf(part)
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP)
                        + "%";
    }
}
