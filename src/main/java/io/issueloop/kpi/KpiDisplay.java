package io.issueloop.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A value as people read it: two decimals, half up, but cut where rounding would reach a target
 * that was missed (kpi.md §1 Rounding).
 *
 * @param value such as {@code 84.99}; N/A when there is none
 * @param unit such as {@code %} or 天; empty for N/A
 * @param target such as {@code ≥ 90 %}; empty where there is none
 * @param status 达标 / 未达标 / 样本不足 / N/A
 */
public record KpiDisplay(String name, String value, String unit, String target, String status) {

    private static final int DECIMALS = 2;

    public static KpiDisplay of(KpiValue value) {
        var kpi = KpiDefinitions.of(value.metric(), value.basis());
        var number = value.value();
        var target = value.target();
        return new KpiDisplay(
                kpi.name(),
                number == null ? "N/A" : rounded(value, kpi).toPlainString(),
                number == null ? "" : kpi.unit().label(),
                target == null ? "" : target(kpi, new BigDecimal(target)),
                value.status().label());
    }

    static BigDecimal rounded(KpiValue value, KpiDefinition kpi) {
        var exact = new Ratio(exact(value), BigDecimal.ONE, Unit.STARS);
        var target = value.target();
        return (target == null
                        ? exact.rounded(DECIMALS)
                        : exact.rounded(DECIMALS, new BigDecimal(target), kpi.direction()))
                .orElseThrow();
    }

    /** The ten decimals never reach a target that was missed, so two of them cannot either. */
    private static BigDecimal exact(KpiValue value) {
        var number = value.value();
        if (number == null) {
            throw new IllegalArgumentException("N/A has no number");
        }
        return new BigDecimal(number).setScale(10, RoundingMode.UNNECESSARY);
    }

    private static String target(KpiDefinition kpi, BigDecimal target) {
        return "%s %s %s"
                .formatted(
                        kpi.direction().sign(),
                        // a prorated target has many decimals
                        target.setScale(DECIMALS, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString(),
                        kpi.unit().label());
    }
}
