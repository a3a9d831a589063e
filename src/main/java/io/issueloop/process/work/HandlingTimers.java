package io.issueloop.process.work;

import static io.issueloop.issue.ReminderStage.ESCALATE;
import static io.issueloop.issue.ReminderStage.REMIND;
import static io.issueloop.issue.ReminderStage.URGE;
import static io.issueloop.process.ProcessVariables.ESCALATE_AT;
import static io.issueloop.process.ProcessVariables.REMIND_AT;
import static io.issueloop.process.ProcessVariables.URGE_AT;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.ReminderStage;
import io.issueloop.issue.ReminderTimes;
import io.issueloop.process.ProcessVariable;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * The timers of {@code issue_handling}: they move with the due time in the transaction that moves
 * it, and out of reach while the clock stands still.
 */
@Component
class HandlingTimers {

    private static final String ISSUE_HANDLING = "issue_handling";
    private static final Map<ReminderStage, String> TIMERS =
            Map.of(
                    REMIND, "BoundaryEvent_ReminderDue",
                    URGE, "BoundaryEvent_UrgingDue",
                    ESCALATE, "BoundaryEvent_EscalationDue");
    private static final Map<ReminderStage, ProcessVariable<Date>> MOMENTS =
            Map.of(REMIND, REMIND_AT, URGE, URGE_AT, ESCALATE, ESCALATE_AT);

    private static final String SCOPE = "SubProcess_HandleInTime";

    private final ReminderTimes times;
    private final FiredTimers fired;
    private final RuntimeService runtime;
    private final ManagementService management;

    HandlingTimers(
            ReminderTimes times,
            FiredTimers fired,
            RuntimeService runtime,
            ManagementService management) {
        this.times = times;
        this.fired = fired;
        this.runtime = runtime;
        this.management = management;
    }

    /** Which stage the timer stands for. */
    static ReminderStage stage(String activityId) {
        return TIMERS.entrySet().stream()
                .filter(timer -> timer.getValue().equals(activityId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such timer: " + activityId));
    }

    /** The variables the timers read. */
    Map<String, Object> of(IssueNo issueNo) {
        Map<String, Object> moments = new HashMap<>();
        MOMENTS.forEach(
                (stage, variable) ->
                        moments.put(variable.name(), Date.from(times.reachedAt(issueNo, stage))));
        return moments;
    }

    /**
     * Moves those that wait.
     *
     * @param afresh whether those that went off are set again where their stage lies ahead again:
     *     the due time was moved, or somebody else got the issue
     */
    void move(IssueNo issueNo, boolean afresh) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issueNo.value(), ISSUE_HANDLING)
                .list()
                .forEach(instance -> move(issueNo, instance.getId(), afresh));
    }

    private void move(IssueNo issueNo, String instance, boolean afresh) {
        runtime.setVariables(instance, of(issueNo));
        TIMERS.forEach(
                (stage, timer) -> {
                    var waiting = waiting(instance, timer);
                    waiting.forEach(job -> management.recalculateJobDuedate(job.getId(), false));
                    if (afresh && waiting.isEmpty() && !times.isUsed(issueNo, stage)) {
                        fired.setAgain(instance, SCOPE, timer);
                    }
                });
    }

    private List<Job> waiting(String instance, String timer) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .timers()
                .list();
    }
}
