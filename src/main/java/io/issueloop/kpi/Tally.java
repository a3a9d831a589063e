package io.issueloop.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the lines of one KPI add up to in one scope.
 *
 * @param n how many issues (segments for P2, answers for T4, raters for P4) are in it
 * @param target for this scope in this period; a count's is prorated by exposure
 * @param details what is shown beside it, by name
 */
record Tally(
        KpiDefinition kpi,
        String scope,
        BigDecimal numerator,
        BigDecimal denominator,
        long n,
        Optional<BigDecimal> target,
        boolean sufficient,
        Map<String, String> details) {

    private static final MathContext EXACT = new MathContext(34, RoundingMode.HALF_UP);

    /** Nothing in it: N/A. */
    static Tally empty(KpiDefinition kpi, String scope, Optional<BigDecimal> target) {
        return new Tally(
                kpi,
                scope,
                BigDecimal.ZERO,
                // everybody can write an article, so none is a real 0
                kpi.metric().equals("P3") ? BigDecimal.ONE : BigDecimal.ZERO,
                0,
                target,
                true,
                new TreeMap<>());
    }

    KpiStatus status() {
        if (ratio().isEmpty()) {
            return sufficient ? KpiStatus.NA : KpiStatus.INSUFFICIENT;
        }
        if (target.isEmpty()) {
            return KpiStatus.NA;
        }
        if (!sufficient) {
            return KpiStatus.INSUFFICIENT;
        }
        return ratio().meets(target.get(), kpi.direction()) ? KpiStatus.MET : KpiStatus.MISSED;
    }

    /**
     * Value over target, never below 0 and not capped (kpi.md §3); empty where either is missing.
     */
    Optional<BigDecimal> attainment() {
        if (ratio().isEmpty() || target.filter(t -> t.signum() > 0).isEmpty()) {
            return Optional.empty();
        }
        var share = ratio().exact().divide(target.get(), EXACT);
        if (kpi.direction() == Direction.HIGHER_IS_BETTER) {
            return Optional.of(share.max(BigDecimal.ZERO));
        }
        boolean met = ratio().meets(target.get(), kpi.direction());
        return Optional.of(
                met ? BigDecimal.ONE : BigDecimal.valueOf(2).subtract(share).max(BigDecimal.ZERO));
    }

    private Ratio ratio() {
        return new Ratio(numerator, denominator, kpi.unit());
    }
}
