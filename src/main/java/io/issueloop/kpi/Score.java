package io.issueloop.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A person's score from the other metrics: 100 · Σ wₖ·aₖ / Σ wₖ over those that have a value
 * (kpi.md §4). Pure arithmetic, so that a what-if asks it as well.
 *
 * @param cap of one attainment
 */
record Score(BigDecimal cap, Exposure exposure) {

    private static final BigDecimal WEIGHT_NEEDED = BigDecimal.valueOf(60);

    /**
     * One metric in it or not.
     *
     * @param attained capped; empty where the metric is N/A
     */
    record Part(KpiDefinition kpi, Optional<BigDecimal> attained) {

        BigDecimal weight() {
            return kpi.weight();
        }

        BigDecimal weighted() {
            return attained.orElse(BigDecimal.ZERO).multiply(weight());
        }
    }

    /** Metrics with a weight, in reading order. */
    List<Part> parts(List<Tally> metrics) {
        var parts = new ArrayList<Part>();
        for (var tally : metrics) {
            if (tally.kpi().isDefault() && tally.kpi().weight().signum() > 0) {
                parts.add(new Part(tally.kpi(), tally.attainment().map(cap::min)));
            }
        }
        return parts;
    }

    static BigDecimal available(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.attained().isPresent())
                .map(Part::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Why there is no score; empty where there is one. */
    Optional<String> reasonForNone(List<Part> parts) {
        if (exposure.isTooShort()) {
            return Optional.of("在岗 %s 个工作日，不足 25%%，不计分".formatted(exposure));
        }
        var available = available(parts);
        return available.compareTo(WEIGHT_NEEDED) < 0
                ? Optional.of("数据不足：可用权重 %s，不足 60".formatted(plain(available)))
                : Optional.empty();
    }

    /** The score as a tally of weights; without one it has no denominator. */
    Tally tally(KpiDefinition kpi, String scope, List<Tally> metrics) {
        var parts = parts(metrics);
        var none = reasonForNone(parts);
        var details = new TreeMap<String, String>();
        details.put("availableWeight", plain(available(parts)));
        details.put("exposure", exposure.toString());
        none.ifPresent(why -> details.put("none", why));
        return new Tally(
                kpi,
                scope,
                none.isPresent()
                        ? BigDecimal.ZERO
                        : parts.stream()
                                .map(Part::weighted)
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                none.isPresent() ? BigDecimal.ZERO : available(parts),
                parts.stream().filter(part -> part.attained().isPresent()).count(),
                Optional.ofNullable(kpi.target()),
                none.isEmpty() || exposure.isTooShort(),
                details);
    }

    /** What people read of each metric in the score. */
    static List<String> reasons(List<Part> parts) {
        var counted =
                parts.stream()
                        .filter(part -> part.attained().isPresent())
                        .map(Part::weight)
                        .toList();
        var effective = EffectiveWeights.of(counted).iterator();
        return parts.stream()
                .map(
                        part ->
                                part.attained()
                                        .map(share -> counted(part, share, effective.next()))
                                        .orElseGet(() -> notCounted(part)))
                .toList();
    }

    private static String notCounted(Part part) {
        return "%s：N/A，权重 %s 不计".formatted(part.kpi().name(), plain(part.weight()));
    }

    private static String counted(Part part, BigDecimal attained, BigDecimal effective) {
        return "%s：达成率 %s%%，权重 %s，有效权重 %s%%"
                .formatted(
                        part.kpi().name(),
                        cut(attained.multiply(BigDecimal.valueOf(100))),
                        plain(part.weight()),
                        effective.toPlainString());
    }

    /** Two decimals, never rounded up to full attainment. */
    private static String cut(BigDecimal percent) {
        return percent.setScale(2, RoundingMode.FLOOR).toPlainString();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
