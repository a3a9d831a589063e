package io.issueloop.appraisal.effects;

import io.issueloop.kpi.KpiSamples.Sample;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How much better it became, in percent of the baseline, with a 95 % interval: the ratio of two
 * means (Welch) or of two shares (Katz), on the logarithm. Pure functions.
 *
 * @param improvement positive is better
 */
public record Comparison(double improvement, double low, double high) {

    private static final double SIDE = 0.975;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Empty where the baseline is nothing to compare with, or one of the samples is too small. */
    static Optional<Comparison> of(Effect effect, Sample before, Sample after) {
        if (before.n() < 2 || after.n() < 2 || before.mean() <= 0) {
            return Optional.empty();
        }
        return effect.isShare() ? shares(effect, before, after) : means(effect, before, after);
    }

    private static Optional<Comparison> means(Effect effect, Sample before, Sample after) {
        if (after.mean() <= 0) {
            return Optional.empty();
        }
        double a = after.variance() / (after.n() * after.mean() * after.mean());
        double b = before.variance() / (before.n() * before.mean() * before.mean());
        double error = Math.sqrt(a + b);
        double side = error == 0 ? 0 : error * quantile(a, b, after.n(), before.n());
        return Optional.of(made(effect, after.mean() / before.mean(), side));
    }

    /** Of Student's distribution with the degrees of freedom of Welch and Satterthwaite. */
    private static double quantile(double a, double b, long first, long second) {
        double freedom = (a + b) * (a + b) / (a * a / (first - 1) + b * b / (second - 1));
        return new TDistribution(freedom).inverseCumulativeProbability(SIDE);
    }

    /** Where nothing or all was counted, half a case is added to each side. */
    private static Optional<Comparison> shares(Effect effect, Sample before, Sample after) {
        double point = after.mean() / before.mean();
        boolean edge = isEdge(before) || isEdge(after);
        double one = edge ? shrunk(after) : after.mean();
        double zero = edge ? shrunk(before) : before.mean();
        double error = Math.sqrt((1 - one) / (after.n() * one) + (1 - zero) / (before.n() * zero));
        double side = error * NORMAL.inverseCumulativeProbability(SIDE);
        var interval = made(effect, one / zero, side);
        return Optional.of(
                new Comparison(
                        improvement(effect, point),
                        Math.min(interval.low(), improvement(effect, point)),
                        Math.max(interval.high(), improvement(effect, point))));
    }

    private static boolean isEdge(Sample sample) {
        return sample.mean() == 0 || sample.mean() == 1;
    }

    private static double shrunk(Sample sample) {
        return (sample.mean() * sample.n() + 0.5) / (sample.n() + 1);
    }

    private static Comparison made(Effect effect, double ratio, double side) {
        double one = improvement(effect, ratio * Math.exp(-side));
        double other = improvement(effect, ratio * Math.exp(side));
        return new Comparison(
                improvement(effect, ratio), Math.min(one, other), Math.max(one, other));
    }

    private static double improvement(Effect effect, double ratio) {
        return 100 * (effect.isHigherBetter() ? ratio - 1 : 1 - ratio);
    }
}
