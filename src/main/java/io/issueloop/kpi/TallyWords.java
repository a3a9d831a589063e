package io.issueloop.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A tally as people read it; pure functions. */
final class TallyWords {

    private TallyWords() {}

    static boolean hasValue(Tally tally) {
        return tally.denominator().signum() != 0;
    }

    /** Such as {@code 85.00 %（目标 85，达标）}, or N/A. */
    static String of(Tally tally) {
        var value = value(tally);
        return tally.target()
                .filter(target -> hasValue(tally))
                .map(
                        target ->
                                "%s（目标 %s，%s）"
                                        .formatted(value, rounded(target), tally.status().label()))
                .orElse(value);
    }

    /** Such as {@code 85.00 %}, cut where rounding would reach a target that was missed. */
    static String value(Tally tally) {
        var ratio = new Ratio(tally.numerator(), tally.denominator(), tally.kpi().unit());
        return tally.target()
                .map(target -> ratio.rounded(2, target, tally.kpi().direction()))
                .orElseGet(() -> ratio.rounded(2))
                .map(number -> number.toPlainString() + " " + tally.kpi().unit().label())
                .orElse(tally.sufficient() ? "N/A" : "数据不足");
    }

    private static String rounded(BigDecimal target) {
        return target.setScale(Math.min(2, Math.max(0, target.scale())), RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
