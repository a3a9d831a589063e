package io.issueloop.pilot;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the trial has to reach, as administrators set it; what was before stays on record. */
@Service
public class PilotGoals {

    private final JdbcClient jdbc;
    private final Clock clock;

    PilotGoals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every one in its order, those left out too. */
    public List<PilotGoal> all() {
        return Arrays.stream(PilotCriterion.values()).map(this::goal).toList();
    }

    private PilotGoal goal(PilotCriterion criterion) {
        return jdbc.sql(
                        """
                        select * from pilot_goal_change where criterion = :criterion
                         order by id desc limit 1
                        """)
                .param("criterion", criterion.name())
                .query(PilotGoals::read)
                .optional()
                .orElseGet(() -> PilotGoal.shipped(criterion));
    }

    /**
     * From now on this is the goal; saying what holds already changes nothing.
     *
     * @throws Refused when nothing would be asked of the trial any more
     */
    @Transactional
    public void change(PilotGoal wanted, UserId by) {
        jdbc.sql("lock table pilot_goal_change in share row exclusive mode").update();
        if (goal(wanted.criterion()).equals(wanted)) {
            return;
        }
        if (!wanted.counts() && others(wanted).noneMatch(PilotGoal::counts)) {
            throw new Refused("至少要留一条标准，否则无法判断试点是否达标");
        }
        jdbc.sql(
                        """
                        insert into pilot_goal_change (criterion, label, unit, target, counts, changed_by, changed_at)
                        values (:criterion, :label, :unit, :target, :counts, :by, :now)
                        """)
                .param("criterion", wanted.criterion().name())
                .param("label", wanted.label())
                .param("unit", wanted.unit())
                .param("target", wanted.target())
                .param("counts", wanted.counts())
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private java.util.stream.Stream<PilotGoal> others(PilotGoal wanted) {
        return all().stream().filter(one -> one.criterion() != wanted.criterion());
    }

    private static PilotGoal read(ResultSet row, int number) throws SQLException {
        return new PilotGoal(
                PilotCriterion.valueOf(row.getString("criterion")),
                row.getString("label"),
                row.getString("unit"),
                row.getBigDecimal("target"),
                row.getBoolean("counts"));
    }
}
