package io.issueloop.web.api;

import io.issueloop.appraisal.effects.Comparison;
import io.issueloop.appraisal.effects.Effect;
import io.issueloop.appraisal.effects.Span;
import io.issueloop.appraisal.effects.TeamEffects;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Team;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws an effect team by team. */
@Component
class TeamEffectViews {

    private final TeamEffects teams;
    private final Directory directory;

    TeamEffectViews(TeamEffects teams, Directory directory) {
        this.teams = teams;
        this.directory = directory;
    }

    List<EffectView.TeamStanding> of(Effect effect, Span after) {
        return teams.of(effect, after).stream().map(one -> view(effect, one)).toList();
    }

    private EffectView.TeamStanding view(Effect effect, TeamEffects.Standing one) {
        var found = one.comparison();
        return new EffectView.TeamStanding(
                directory.team(one.team()).map(Team::name).orElse("团队"),
                EffectViews.figure(effect, one.before()),
                one.after().map(sample -> EffectViews.figure(effect, sample)).orElse(null),
                found.map(Comparison::improvement).map(EffectViews::tenth).orElse(null),
                found.map(Comparison::low).map(EffectViews::tenth).orElse(null),
                found.map(Comparison::high).map(EffectViews::tenth).orElse(null),
                one.verdict().verdict().name(),
                one.verdict().verdict().label(),
                one.verdict().why());
    }
}
