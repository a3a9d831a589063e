package io.issueloop.kpi;

import java.util.List;
import java.util.stream.Collectors;

/** The words of a summary message. */
final class KpiSummaryText {

    private KpiSummaryText() {}

    /** Such as 2026年第3季度指标汇总（暂定）. */
    static String title(Period period, boolean provisional) {
        return period.label() + "指标汇总" + (provisional ? "（暂定）" : "");
    }

    /**
     * @param values the judged values of one scope on their default basis, in reading order
     */
    static String of(String scopeName, List<KpiValue> values) {
        long judged = values.stream().filter(v -> v.status() != KpiStatus.NA).count();
        long met = values.stream().filter(v -> v.status() == KpiStatus.MET).count();
        return "%s：%d 项指标中 %d 项达标\n%s"
                .formatted(
                        scopeName,
                        judged,
                        met,
                        values.stream()
                                .map(KpiSummaryText::line)
                                .collect(Collectors.joining("\n")));
    }

    private static String line(KpiValue value) {
        var shown = KpiDisplay.of(value);
        if (value.value() == null) {
            return "%s：暂无数据".formatted(shown.name());
        }
        return "%s：%s %s（目标 %s，%s，样本 %d）"
                .formatted(
                        shown.name(),
                        shown.value(),
                        shown.unit(),
                        shown.target(),
                        shown.status(),
                        value.n());
    }
}
