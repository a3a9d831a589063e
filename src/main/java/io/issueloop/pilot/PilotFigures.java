package io.issueloop.pilot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How far the trial has come, counted over its days, and over everything while none are planned.
 */
@Service
public class PilotFigures {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private final JdbcClient jdbc;
    private final PilotPlan plan;
    private final PilotGoals goals;
    private final Clock clock;

    PilotFigures(JdbcClient jdbc, PilotPlan plan, PilotGoals goals, Clock clock) {
        this.jdbc = jdbc;
        this.plan = plan;
        this.goals = goals;
        this.clock = clock;
    }

    /**
     * One goal as it stands.
     *
     * @param value one decimal, half up; empty: nothing to judge by yet
     * @param sample of how many
     */
    public record Figure(PilotGoal goal, Optional<BigDecimal> value, long sample) {

        public boolean met() {
            return value.filter(is -> is.compareTo(goal.target()) >= 0).isPresent();
        }
    }

    /** Of every goal, those left out too. */
    public List<Figure> current() {
        var trial = plan.step(PilotStep.TRIAL);
        var from = start(trial.beginsOn().orElse(EVER));
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var to = start(trial.endsOn().orElse(today).plusDays(1));
        return goals.all().stream().map(one -> figure(one, from, to)).toList();
    }

    private Figure figure(PilotGoal goal, OffsetDateTime from, OffsetDateTime to) {
        return jdbc.sql(goal.criterion().statement())
                .param("from", from)
                .param("to", to)
                .query(
                        (row, number) ->
                                new Figure(
                                        goal,
                                        Optional.ofNullable(row.getBigDecimal("value"))
                                                .map(is -> is.setScale(1, RoundingMode.HALF_UP)),
                                        row.getLong("sample")))
                .single();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }
}
