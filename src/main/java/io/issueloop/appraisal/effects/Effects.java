package io.issueloop.appraisal.effects;

import io.issueloop.appraisal.effects.Baselines.Baseline;
import io.issueloop.appraisal.effects.Verdict.Reasoned;
import io.issueloop.kpi.KpiSamples.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Baseline against after, effect by effect (kpi.md §7). */
@Service
@Transactional(readOnly = true)
public class Effects {

    private final Baselines baselines;
    private final EffectSamples samples;

    Effects(Baselines baselines, EffectSamples samples) {
        this.baselines = baselines;
        this.samples = samples;
    }

    /**
     * How one effect stands.
     *
     * @param warning that what is expected is impossible; empty when it is not
     */
    public record Standing(
            Effect effect,
            Optional<Baseline> baseline,
            Optional<Sample> after,
            Optional<Comparison> comparison,
            Reasoned verdict,
            String warning) {}

    public List<Standing> of(Span after) {
        return Arrays.stream(Effect.values()).map(effect -> of(effect, after)).toList();
    }

    private Standing of(Effect effect, Span span) {
        var baseline = baselines.of(effect);
        var before = baseline.map(Baseline::sample);
        var after = samples.of(effect, span);
        var comparison = before.flatMap(b -> after.flatMap(a -> Comparison.of(effect, b, a)));
        return new Standing(
                effect,
                baseline,
                after,
                comparison,
                Verdict.of(effect, before, after, comparison),
                before.map(sample -> warning(effect, sample.mean())).orElse(""));
    }

    /** 4.3 + 20 % is more than 5 stars. */
    static String warning(Effect effect, double before) {
        if (!effect.isHigherBetter()) {
            return "";
        }
        for (int percent : new int[] {effect.least(), effect.most()}) {
            double needed = before * (100 + percent) / 100;
            if (needed > effect.ceiling()) {
                return "基线 %s 提升 %d%% 为 %s，超过可能的最高值 %s：这个期望%s不可能达到"
                        .formatted(
                                shown(effect, before),
                                percent,
                                shown(effect, needed),
                                shown(effect, effect.ceiling()),
                                percent == effect.least() ? "" : "的上限");
            }
        }
        return "";
    }

    private static String shown(Effect effect, double value) {
        return effect.isShare()
                ? String.format(Locale.ROOT, "%.1f%%", 100 * value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
