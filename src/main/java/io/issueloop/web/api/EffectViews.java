package io.issueloop.web.api;

import io.issueloop.appraisal.effects.Baselines.Baseline;
import io.issueloop.appraisal.effects.Comparison;
import io.issueloop.appraisal.effects.Effect;
import io.issueloop.appraisal.effects.EffectEvidence;
import io.issueloop.appraisal.effects.Effects;
import io.issueloop.appraisal.effects.Milestones;
import io.issueloop.appraisal.effects.PulseResults;
import io.issueloop.appraisal.effects.Span;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import io.issueloop.kpi.KpiSamples.Sample;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Draws the effects. */
@Component
class EffectViews {

    private static final int MILESTONES = 100;

    private final Effects effects;
    private final TeamEffectViews teams;
    private final EffectEvidence evidence;
    private final PulseResults pulse;
    private final Milestones milestones;
    private final Kpis kpis;
    private final Directory directory;

    EffectViews(
            Effects effects,
            TeamEffectViews teams,
            EffectEvidence evidence,
            PulseResults pulse,
            Milestones milestones,
            Kpis kpis,
            Directory directory) {
        this.effects = effects;
        this.teams = teams;
        this.evidence = evidence;
        this.pulse = pulse;
        this.milestones = milestones;
        this.kpis = kpis;
        this.directory = directory;
    }

    EffectView of(Period after) {
        return new EffectView(
                view(after),
                kpis.periods().stream()
                        .filter(period -> period.kind() == Period.Kind.QUARTER)
                        .map(EffectViews::view)
                        .toList(),
                effects.of(Span.of(after, after)).stream()
                        .map(one -> standing(one, Span.of(after, after)))
                        .toList(),
                evidence.all().stream().map(this::item).toList(),
                pulse.teams(after).stream().map(this::pulse).toList(),
                milestones.latest(MILESTONES));
    }

    private EffectView.Standing standing(Effects.Standing one, Span after) {
        var effect = one.effect();
        var found = one.comparison();
        return new EffectView.Standing(
                effect.name(),
                effect.label(),
                effect.formula(),
                effect.unit(),
                effect.least(),
                effect.most(),
                one.baseline().map(baseline -> baseline(effect, baseline)).orElse(null),
                one.after().map(sample -> figure(effect, sample)).orElse(null),
                found.map(Comparison::improvement).map(EffectViews::tenth).orElse(null),
                found.map(Comparison::low).map(EffectViews::tenth).orElse(null),
                found.map(Comparison::high).map(EffectViews::tenth).orElse(null),
                one.verdict().verdict().name(),
                one.verdict().verdict().label(),
                one.verdict().why(),
                one.warning(),
                teams.of(effect, after));
    }

    private EffectView.Baseline baseline(Effect effect, Baseline baseline) {
        return new EffectView.Baseline(
                baseline.span().label(),
                figure(effect, baseline.sample()),
                baseline.reason(),
                directory.name(baseline.by()),
                baseline.at());
    }

    private EffectView.Item item(EffectEvidence.Line line) {
        var proof = line.latest();
        return new EffectView.Item(
                line.item().name(),
                line.item().label(),
                line.item().meaning(),
                proof.isPresent(),
                proof.map(EffectEvidence.Proof::achieved).orElse(false),
                proof.map(EffectEvidence.Proof::note).orElse(""),
                proof.map(EffectEvidence.Proof::link).orElse(""),
                proof.map(EffectEvidence.Proof::by).map(directory::name).orElse(""),
                proof.map(EffectEvidence.Proof::at).orElse(null));
    }

    private EffectView.TeamPulse pulse(PulseResults.TeamPulse one) {
        return new EffectView.TeamPulse(
                directory.team(one.team()).map(Team::name).orElse("团队"),
                one.n(),
                two(one.mean()),
                two(one.satisfaction()),
                two(one.collaboration()),
                two(one.ease()));
    }

    static EffectView.Figure figure(Effect effect, Sample sample) {
        return new EffectView.Figure(
                two(effect.isShare() ? 100 * sample.mean() : sample.mean()), sample.n());
    }

    private static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    static String tenth(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static KpiSheet.PeriodView view(Period period) {
        return KpiSheet.PeriodView.of(period);
    }
}
