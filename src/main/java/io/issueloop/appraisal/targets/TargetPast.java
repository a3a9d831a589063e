package io.issueloop.appraisal.targets;

import io.issueloop.appraisal.targets.TargetAdvice.Question;
import io.issueloop.kpi.Direction;
import io.issueloop.kpi.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * How one metric went in the two quarters a suggestion rests on; compared unrounded (kpi.md §1).
 *
 * @param quarters the older first; one that has no sufficient value is left out
 */
record TargetPast(String metric, Direction direction, List<Quarter> quarters) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * @param value of a personal metric: the median of everybody's, at full attendance
     * @param n of a personal metric: how many people
     */
    record Quarter(Period period, BigDecimal value, BigDecimal target, long n) {

        /** In percent of the target; negative when it was missed. */
        BigDecimal margin(Direction direction) {
            var by = value.subtract(target);
            return percent(direction == Direction.HIGHER_IS_BETTER ? by : by.negate(), target);
        }

        /** kpi.md §3 Attainment, in percent. */
        BigDecimal attainment(Direction direction) {
            if (direction == Direction.HIGHER_IS_BETTER) {
                return percent(value, target);
            }
            return value.compareTo(target) <= 0
                    ? HUNDRED
                    : TWO.multiply(HUNDRED).subtract(percent(value, target)).max(BigDecimal.ZERO);
        }

        private static BigDecimal percent(BigDecimal part, BigDecimal of) {
            return part.multiply(HUNDRED).divide(of, MathContext.DECIMAL128);
        }
    }

    boolean isSufficient() {
        return quarters.size() == 2;
    }

    Question question() {
        if (!isSufficient()) {
            return new Question(false, BigDecimal.ZERO, BigDecimal.ZERO, 0);
        }
        var first = quarters.get(0);
        var second = quarters.get(1);
        return new Question(
                true,
                first.margin(direction).min(second.margin(direction)),
                first.attainment(direction).max(second.attainment(direction)),
                Math.min(first.n(), second.n()));
    }

    /** Of two values: their mean. */
    BigDecimal median() {
        return quarters.get(0).value().add(quarters.get(1).value()).divide(TWO);
    }
}
