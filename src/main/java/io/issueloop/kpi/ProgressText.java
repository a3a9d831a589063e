package io.issueloop.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person reads of the own quarter: what is there, what is asked, what is missing. */
final class ProgressText {

    private ProgressText() {}

    /** One line a metric; those without a value yet are left out. */
    static String of(List<KpiValue> values) {
        return values.stream()
                .filter(value -> value.counts() && value.value() != null)
                .map(ProgressText::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(KpiValue value) {
        var kpi = KpiDefinitions.of(value.metric(), value.basis());
        var shown = KpiDisplay.of(value);
        var target = Optional.ofNullable(value.target()).map(BigDecimal::new);
        if (kpi.unit().isCount() && target.isPresent()) {
            return "%s：%s/%s%s%s"
                    .formatted(
                            shown.name(),
                            plain(KpiDisplay.rounded(value, kpi)),
                            plain(target.get().setScale(2, RoundingMode.HALF_UP)),
                            kpi.unit().label(),
                            missing(value, target.get(), kpi.unit()));
        }
        return "%s：%s%s%s"
                .formatted(
                        shown.name(),
                        shown.value(),
                        shown.unit(),
                        target.isEmpty()
                                ? value.provisional() ? "（暂定）" : ""
                                : "（目标 %s，%s）".formatted(shown.target(), shown.status()));
    }

    /** 差 1 单, whole ones; nothing where the target is met. */
    private static String missing(KpiValue value, BigDecimal target, Unit unit) {
        var left = target.subtract(new BigDecimal(String.valueOf(value.value())));
        return left.signum() <= 0
                ? "，已达标"
                : "，差 %s%s".formatted(left.setScale(0, RoundingMode.CEILING), unit.label());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
