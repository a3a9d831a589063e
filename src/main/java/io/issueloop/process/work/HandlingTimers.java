package io.issueloop.process.work;

import static io.issueloop.issue.ReminderStage.ESCALATE;
import static io.issueloop.issue.ReminderStage.REMIND;
import static io.issueloop.issue.ReminderStage.URGE;
import static io.issueloop.process.ProcessVariables.ESCALATE_AT;
import static io.issueloop.process.ProcessVariables.REMIND_AT;
import static io.issueloop.process.ProcessVariables.URGE_AT;

import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.ReminderStage;
import io.issueloop.issue.ReminderTimes;
import io.issueloop.process.ProcessVariable;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.event.EventListener;
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

    private final ReminderTimes times;
    private final RuntimeService runtime;
    private final ManagementService management;

    HandlingTimers(ReminderTimes times, RuntimeService runtime, ManagementService management) {
        this.times = times;
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

    @EventListener
    void on(IssueEvent event) {
        switch (event.type()) {
            case PAUSED, PAUSE_APPROVED, RESUMED, DUE_MOVED -> move(event.issueNo());
            default -> {
                // the others move no due time, or begin an assignment with timers of its own
            }
        }
    }

    private void move(IssueNo issueNo) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issueNo.value(), ISSUE_HANDLING)
                .list()
                .forEach(instance -> move(issueNo, instance.getId()));
    }

    private void move(IssueNo issueNo, String instance) {
        runtime.setVariables(instance, of(issueNo));
        management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .map(Job::getId)
                .forEach(timer -> management.recalculateJobDuedate(timer, false));
    }
}
