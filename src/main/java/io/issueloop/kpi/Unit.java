package io.issueloop.kpi;

import java.math.BigDecimal;

/** What a value is measured in, and how it follows from its exact parts (design.md §3). */
public enum Unit {
    PERCENT("%", 100, 1, 1),
    /** Parts in working seconds, shown in working minutes; 480 minutes are a day. */
    WORKING_DAYS("天", 1, 28_800, 60),
    /** Parts in seconds of the wall clock, shown in minutes. */
    CALENDAR_DAYS("自然日", 1, 86_400, 60),
    STARS("星", 1, 1, 1),
    COUNT("单", 1, 1, 1),
    ARTICLES("篇", 1, 1, 1),
    /** Of a score: weighted attainment, full marks 100 without a cap above 1. */
    POINTS("分", 100, 1, 1);

    private final String label;
    private final BigDecimal factor;
    private final BigDecimal divisor;
    private final BigDecimal shown;

    Unit(String label, long factor, long divisor, long shown) {
        this.label = label;
        this.factor = BigDecimal.valueOf(factor);
        this.divisor = BigDecimal.valueOf(divisor);
        this.shown = BigDecimal.valueOf(shown);
    }

    /**
     * A plain number for a period; its target belongs to one kind of period and to full attendance.
     */
    public boolean isCount() {
        return this == COUNT || this == ARTICLES;
    }

    /** The word behind the number. */
    public String label() {
        return label;
    }

    /** value = numerator · factor / (denominator · divisor). */
    BigDecimal factor() {
        return factor;
    }

    BigDecimal divisor() {
        return divisor;
    }

    /** The numerator people see is the exact one divided by this. */
    BigDecimal shown() {
        return shown;
    }
}
