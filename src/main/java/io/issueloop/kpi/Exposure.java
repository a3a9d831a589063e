package io.issueloop.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How much of a period's working days a person was there (kpi.md §4).
 *
 * @param active working days on which the person belonged to the organisation and was not away
 * @param working working days of the period
 */
record Exposure(long active, long working) {

    /** Nobody knows since when somebody outside the directory is there. */
    static final Exposure FULL = new Exposure(1, 1);

    private static final MathContext EXACT = new MathContext(34, RoundingMode.HALF_UP);

    boolean isFull() {
        return active == working;
    }

    /** Less than a quarter of the time: no score. */
    boolean isTooShort() {
        return active * 4 < working;
    }

    BigDecimal prorate(BigDecimal target) {
        return isFull()
                ? target
                : target.multiply(BigDecimal.valueOf(active))
                        .divide(BigDecimal.valueOf(working), EXACT);
    }

    @Override
    public String toString() {
        return active + "/" + working;
    }
}
