package io.issueloop.appraisal.effects;

import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.kpi.KpiSamples.Sample;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What it was like before: frozen once, never changed afterwards (kpi.md §7). */
@Service
@Transactional
public class Baselines {

    private final JdbcClient jdbc;
    private final EffectSamples samples;
    private final TeamEffects teams;
    private final Clock clock;

    Baselines(JdbcClient jdbc, EffectSamples samples, TeamEffects teams, Clock clock) {
        this.jdbc = jdbc;
        this.samples = samples;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * @param at Asia/Shanghai
     */
    public record Baseline(Span span, Sample sample, String reason, UserId by, OffsetDateTime at) {}

    /**
     * @throws Refused when the actor may not, it is frozen already, or the quarters are no baseline
     */
    public void freeze(Member actor, Effect effect, Span span, String reason) {
        if (!actor.is(Role.KPI_ADMIN)) {
            throw new Refused("只有 KPI 管理员可以冻结基线");
        }
        var why = reason.strip();
        if (why.isEmpty() || why.length() > 200) {
            throw new Refused("请写明基线的来源（1–200 字）");
        }
        if (span.last().end().isAfter(clock.instant())) {
            throw new Refused(span.last().label() + "还没有结束，不能作为基线");
        }
        samples.objection(effect, span)
                .ifPresent(
                        objection -> {
                            throw new Refused(objection);
                        });
        if (keep(effect, span, why, actor.userId()) == 0) {
            throw new Refused("%s的基线已经冻结，不能更改".formatted(effect.label()));
        }
        teams.freeze(effect, span);
    }

    @Transactional(readOnly = true)
    public Optional<Baseline> of(Effect effect) {
        return jdbc.sql("select * from effect_baseline where effect = ?")
                .param(effect.name())
                .query(
                        (row, n) ->
                                new Baseline(
                                        new Span(
                                                Period.of(row.getString("first")),
                                                Period.of(row.getString("last"))),
                                        new Sample(
                                                row.getLong("n"),
                                                row.getDouble("value"),
                                                row.getDouble("variance")),
                                        row.getString("reason"),
                                        UserId.of(row.getString("frozen_by")),
                                        row.getObject("frozen_at", OffsetDateTime.class)
                                                .withOffsetSameInstant(Zones.REPORTING_OFFSET)))
                .optional();
    }

    private int keep(Effect effect, Span span, String reason, UserId by) {
        var sample = samples.of(effect, span).orElseThrow();
        return jdbc.sql(
                        """
                        insert into effect_baseline (effect, first, last, n, value, variance, reason, frozen_by, frozen_at)
                        values (:effect, :first, :last, :n, :value, :variance, :reason, :by, :now)
                        on conflict do nothing
                        """)
                .param("effect", effect.name())
                .param("first", span.first().code())
                .param("last", span.last().code())
                .param("n", sample.n())
                .param("value", BigDecimal.valueOf(sample.mean()))
                .param("variance", BigDecimal.valueOf(sample.variance()))
                .param("reason", reason)
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
