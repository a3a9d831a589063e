package io.issueloop.pilot;

import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keeps the plan of the trial: when each step is, who sees to it, and whether it is done. */
@Service
public class PilotPlan {

    private final JdbcClient jdbc;
    private final Clock clock;

    PilotPlan(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All steps in their order, planned or not. */
    public List<PlannedStep> steps() {
        return Arrays.stream(PilotStep.values()).map(this::step).toList();
    }

    PlannedStep step(PilotStep step) {
        return jdbc.sql(
                        "select * from pilot_step_change where step = :step order by id desc limit 1")
                .param("step", step.name())
                .query(PilotPlan::read)
                .optional()
                .orElseGet(() -> PlannedStep.unplanned(step));
    }

    /** From now on it is planned like this; what was planned before stays on record. */
    public void change(PlannedStep planned, UserId by) {
        jdbc.sql(
                        """
                        insert into pilot_step_change (step, begins_on, ends_on, responsible, note, done, changed_by, changed_at)
                        values (:step, :begins, :ends, :responsible, :note, :done, :by, :now)
                        """)
                .param("step", planned.step().name())
                .param("begins", planned.beginsOn().orElse(null))
                .param("ends", planned.endsOn().orElse(null))
                .param("responsible", planned.responsible().strip())
                .param("note", planned.note().strip())
                .param("done", planned.done())
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static PlannedStep read(ResultSet row, int number) throws SQLException {
        return new PlannedStep(
                PilotStep.valueOf(row.getString("step")),
                Optional.ofNullable(row.getObject("begins_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
                row.getString("responsible"),
                row.getString("note"),
                row.getBoolean("done"));
    }
}
