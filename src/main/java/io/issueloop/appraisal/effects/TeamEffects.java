package io.issueloop.appraisal.effects;

import io.issueloop.appraisal.effects.Verdict.Reasoned;
import io.issueloop.kpi.KpiSamples.Sample;
import io.issueloop.kpi.TeamSamples;
import io.issueloop.shared.TeamId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Baseline against after, team by team (kpi.md §7): of what is measured on a team's own issues. A
 * pulse of a few people and milestones, which belong to projects, say nothing of a team.
 */
@Service
@Transactional(readOnly = true)
public class TeamEffects {

    private final JdbcClient jdbc;
    private final TeamSamples samples;

    TeamEffects(JdbcClient jdbc, TeamSamples samples) {
        this.jdbc = jdbc;
        this.samples = samples;
    }

    /** How a team stands; one without a baseline has none. */
    public record Standing(
            TeamId team,
            Sample before,
            Optional<Sample> after,
            Optional<Comparison> comparison,
            Reasoned verdict) {}

    /** Teams with a baseline, by id. */
    public List<Standing> of(Effect effect, Span span) {
        var after = of(effect, samples, span);
        return jdbc.sql("select * from effect_baseline_team where effect = ? order by team_id")
                .param(effect.name())
                .query(
                        (row, n) -> {
                            var team = TeamId.of(row.getLong("team_id"));
                            return standing(
                                    effect,
                                    team,
                                    new Sample(
                                            row.getLong("n"),
                                            row.getDouble("value"),
                                            row.getDouble("variance")),
                                    Optional.ofNullable(after.get(team)));
                        })
                .list();
    }

    /** With the baseline of all; part of the caller's transaction. */
    @Transactional
    public void freeze(Effect effect, Span span) {
        of(effect, samples, span)
                .forEach(
                        (team, sample) ->
                                jdbc.sql(
                                                "insert into effect_baseline_team (effect, team_id, n, value, variance)"
                                                        + " values (?, ?, ?, ?, ?)")
                                        .params(
                                                effect.name(),
                                                team.value(),
                                                sample.n(),
                                                BigDecimal.valueOf(sample.mean()),
                                                BigDecimal.valueOf(sample.variance()))
                                        .update());
    }

    /** Too small a baseline says nothing, as too small an after. */
    static Standing standing(Effect effect, TeamId team, Sample before, Optional<Sample> after) {
        var enough = before.n() >= Verdict.ENOUGH;
        var found =
                enough
                        ? after.flatMap(sample -> Comparison.of(effect, before, sample))
                        : Optional.<Comparison>empty();
        var verdict =
                enough
                        ? Verdict.of(effect, Optional.of(before), after, found)
                        : new Reasoned(
                                Verdict.UNKNOWN,
                                "基线样本不足：至少 %d，只有 %d".formatted(Verdict.ENOUGH, before.n()));
        return new Standing(team, before, after, found, verdict);
    }

    private static Map<TeamId, Sample> of(Effect effect, TeamSamples samples, Span span) {
        return switch (effect) {
            case EFFICIENCY -> samples.resolutionDays(span.quarters());
            case REPEATS -> samples.repeatedShare(span.quarters());
            case SATISFACTION, DELIVERY -> Map.of();
        };
    }
}
