package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is left of weights when some do not count, as people read it: percent with two decimals that
 * add up to 100 (kpi.md §4). What rounding down takes is given back where it took the most; the
 * score itself rests on the exact weights.
 */
final class EffectiveWeights {

    private static final int DECIMALS = 2;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100).movePointRight(DECIMALS);

    private EffectiveWeights() {}

    /** In the order of the weights. */
    static List<BigDecimal> of(List<BigDecimal> weights) {
        var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = new ArrayList<BigDecimal>();
        var taken = new ArrayList<BigDecimal>();
        for (var weight : weights) {
            var parts = weight.multiply(WHOLE).divideAndRemainder(total);
            shares.add(parts[0]);
            taken.add(parts[1]);
        }
        var missing = WHOLE.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing(taken::get, Comparator.reverseOrder()))
                .limit(missing.longValueExact())
                .forEach(at -> shares.set(at, shares.get(at).add(BigDecimal.ONE)));
        return shares.stream().map(EffectiveWeights::percent).toList();
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.movePointLeft(DECIMALS).setScale(DECIMALS);
    }
}
