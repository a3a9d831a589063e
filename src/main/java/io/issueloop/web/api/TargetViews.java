package io.issueloop.web.api;

import io.issueloop.appraisal.targets.NextTargets;
import io.issueloop.appraisal.targets.Suggestion;
import io.issueloop.appraisal.targets.TargetRound;
import io.issueloop.appraisal.targets.TargetTalk;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.kpi.Definitions;
import io.issueloop.kpi.KpiDefinition;
import io.issueloop.kpi.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws rounds of targets for the person who looks. */
@Component
class TargetViews {

    private static final int ROUNDS = 8;

    private final TargetTalk talk;
    private final NextTargets targets;
    private final Definitions definitions;
    private final Directory directory;

    TargetViews(
            TargetTalk talk, NextTargets targets, Definitions definitions, Directory directory) {
        this.talk = talk;
        this.targets = targets;
        this.definitions = definitions;
        this.directory = directory;
    }

    TargetView.Overview overview(Member viewer) {
        boolean decides = targets.approvers().contains(viewer.userId());
        return new TargetView.Overview(
                talk.rounds().stream().limit(ROUNDS).map(round -> view(round, viewer)).toList(),
                decides,
                viewer.is(Role.KPI_ADMIN));
    }

    private TargetView view(TargetRound round, Member viewer) {
        var kpis = kpis(round);
        var decided = talk.decidedTargets(round);
        var done = talk.acknowledged(round);
        return new TargetView(
                view(round.from()),
                view(round.closed()),
                round.state().name(),
                round.state().label(),
                Times.local(round.commentsUntil()),
                Times.local(round.startsAt()),
                talk.suggestions(round).stream().map(one -> line(one, kpis, decided)).toList(),
                talk.comments(round).stream().map(this::comment).toList(),
                round.decided().map(this::decision).orElse(null),
                done.contains(viewer.userId()),
                done.size(),
                directory.members().size(),
                mayKnow(viewer) ? names(round) : List.of());
    }

    private boolean mayKnow(Member viewer) {
        return viewer.is(Role.KPI_ADMIN) || targets.approvers().contains(viewer.userId());
    }

    private List<String> names(TargetRound round) {
        return round.decided().isEmpty()
                ? List.of()
                : talk.unacknowledged(round).stream().map(Member::name).toList();
    }

    private Map<String, KpiDefinition> kpis(TargetRound round) {
        return definitions.at(round.from()).definitions().stream()
                .filter(KpiDefinition::isDefault)
                .collect(Collectors.toMap(KpiDefinition::metric, Function.identity()));
    }

    private static TargetView.Line line(
            Suggestion one, Map<String, KpiDefinition> kpis, Map<String, BigDecimal> decided) {
        var kpi = Optional.ofNullable(kpis.get(one.metric())).orElseThrow();
        return new TargetView.Line(
                one.metric(),
                kpi.name(),
                kpi.direction().sign(),
                kpi.unit().label(),
                one.present().toPlainString(),
                one.suggested().toPlainString(),
                one.move().name(),
                one.move().label(),
                one.why(),
                plain(decided.get(one.metric())));
    }

    private TargetView.Comment comment(TargetTalk.Said said) {
        return new TargetView.Comment(directory.name(said.author()), said.text(), said.at());
    }

    private TargetView.Decision decision(TargetRound.Decided decided) {
        return new TargetView.Decision(
                directory.name(decided.by()),
                Times.local(decided.at()),
                decided.reason(),
                decided.version().orElse(null));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static KpiSheet.PeriodView view(Period period) {
        return KpiSheet.PeriodView.of(period);
    }
}
