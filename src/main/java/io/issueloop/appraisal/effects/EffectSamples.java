package io.issueloop.appraisal.effects;

import io.issueloop.kpi.KpiSamples;
import io.issueloop.kpi.KpiSamples.Sample;
import io.issueloop.kpi.Period;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each effect is measured by. */
@Component
class EffectSamples {

    private static final Duration FOUR_WEEKS = Duration.ofDays(28);

    private final KpiSamples kpis;
    private final PulseResults pulse;
    private final Milestones milestones;

    EffectSamples(KpiSamples kpis, PulseResults pulse, Milestones milestones) {
        this.kpis = kpis;
        this.pulse = pulse;
        this.milestones = milestones;
    }

    Optional<Sample> of(Effect effect, Span span) {
        var quarters = span.quarters();
        return switch (effect) {
            case EFFICIENCY -> kpis.resolutionDays(quarters);
            case REPEATS -> kpis.repeatedShare(quarters);
            case SATISFACTION -> pulse.sample(quarters);
            case DELIVERY -> milestones.sample(quarters);
        };
    }

    /** Why a span is no baseline; empty when it is one. */
    Optional<String> objection(Effect effect, Span span) {
        long n = of(effect, span).map(Sample::n).orElse(0L);
        if (n < Verdict.ENOUGH) {
            return Optional.of("样本只有 %d，基线至少需要 %d".formatted(n, Verdict.ENOUGH));
        }
        return effect == Effect.EFFICIENCY || effect == Effect.REPEATS
                ? history(span.quarters())
                : Optional.empty();
    }

    /** At least one imported quarter, of four weeks or more. */
    private Optional<String> history(List<Period> quarters) {
        for (var quarter : quarters) {
            var imported = kpis.imported(quarter);
            if (imported.isEmpty()) {
                return Optional.of("%s没有作为基线导入的历史数据，请先用“批量导入”以基线方式导入".formatted(quarter.label()));
            }
            var span = Duration.between(imported.get().first(), imported.get().last());
            if (span.compareTo(FOUR_WEEKS) < 0) {
                return Optional.of(
                        "%s的历史数据只有 %d 天，至少需要 4 周".formatted(quarter.label(), span.toDays()));
            }
        }
        return Optional.empty();
    }
}
