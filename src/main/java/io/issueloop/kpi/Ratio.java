package io.issueloop.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact value: numerator over denominator in a unit. It is compared by multiplication, never
 * after rounding, and never printed as if it had reached a target it missed (kpi.md §1 Rounding).
 */
record Ratio(BigDecimal numerator, BigDecimal denominator, Unit unit) {

    boolean isEmpty() {
        return denominator.signum() == 0;
    }

    boolean meets(BigDecimal target, Direction direction) {
        int side = left().compareTo(target.multiply(right()));
        return direction == Direction.HIGHER_IS_BETTER ? side >= 0 : side <= 0;
    }

    /**
     * To 34 digits, for what is divided further.
     *
     * @throws ArithmeticException when there is nothing to divide by
     */
    BigDecimal exact() {
        return left().divide(right(), MathContext.DECIMAL128);
    }

    /** With so many decimals, half up; empty when there is nothing to divide by. */
    Optional<BigDecimal> rounded(int decimals) {
        return isEmpty()
                ? Optional.empty()
                : Optional.of(left().divide(right(), decimals, RoundingMode.HALF_UP));
    }

    /** As {@link #rounded(int)}, but cut where rounding would reach a target that was missed. */
    Optional<BigDecimal> rounded(int decimals, BigDecimal target, Direction direction) {
        if (isEmpty()) {
            return Optional.empty();
        }
        var away =
                direction == Direction.HIGHER_IS_BETTER ? RoundingMode.FLOOR : RoundingMode.CEILING;
        var half = left().divide(right(), decimals, RoundingMode.HALF_UP);
        boolean seemsMet =
                direction == Direction.HIGHER_IS_BETTER
                        ? half.compareTo(target) >= 0
                        : half.compareTo(target) <= 0;
        return Optional.of(
                seemsMet && !meets(target, direction)
                        ? left().divide(right(), decimals, away)
                        : half);
    }

    private BigDecimal left() {
        return numerator.multiply(unit.factor());
    }

    private BigDecimal right() {
        return denominator.multiply(unit.divisor());
    }
}
