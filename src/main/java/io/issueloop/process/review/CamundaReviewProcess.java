package io.issueloop.process.review;

import static io.issueloop.process.ProcessVariables.LEAD_ID;
import static io.issueloop.process.ProcessVariables.MEASURE_INDEX;
import static io.issueloop.process.ProcessVariables.REMIND_CONCLUSIONS_AT;
import static io.issueloop.process.ProcessVariables.REVIEW_ENDS_AT;

import io.issueloop.collaboration.review.Review;
import io.issueloop.collaboration.review.ReviewProcess;
import io.issueloop.process.work.OpenTasks;
import io.issueloop.shared.UserId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Reviews on Camunda. */
@Component
class CamundaReviewProcess implements ReviewProcess {

    private static final String REVIEW_MEETING = "review_meeting";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final OpenTasks openTasks;

    CamundaReviewProcess(
            RuntimeService runtime,
            ManagementService management,
            TaskService tasks,
            OpenTasks openTasks) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.openTasks = openTasks;
    }

    @Override
    public void start(Review review, Timing timing) {
        runtime.startProcessInstanceByKey(
                REVIEW_MEETING,
                review.key(),
                Map.of(
                        LEAD_ID.name(), review.lead().value(),
                        REVIEW_ENDS_AT.name(), Date.from(timing.endsAt()),
                        REMIND_CONCLUSIONS_AT.name(), Date.from(timing.remindAt())));
    }

    /** The timer that waits already gets the new time, one that is still to come reads it. */
    @Override
    public void moved(String reviewKey, Timing timing) {
        var ends = Date.from(timing.endsAt());
        var instances =
                runtime.createProcessInstanceQuery()
                        .processDefinitionKey(REVIEW_MEETING)
                        .processInstanceBusinessKey(reviewKey)
                        .list();
        for (var instance : instances) {
            var id = instance.getProcessInstanceId();
            runtime.setVariable(id, REVIEW_ENDS_AT.name(), ends);
            runtime.setVariable(id, REMIND_CONCLUSIONS_AT.name(), Date.from(timing.remindAt()));
            management
                    .createJobQuery()
                    .processInstanceId(id)
                    .activityId("Event_MeetingOver")
                    .list()
                    .forEach(timer -> management.setJobDuedate(timer.getId(), ends));
        }
    }

    @Override
    public void conclude(String reviewKey, UserId actor, Map<String, Object> answers) {
        openTasks.complete(
                new OpenTasks.Which(
                        reviewKey, "Task_RecordConclusions", "复盘结论已记录，或会议还没有结束，请刷新查看最新状态"),
                actor,
                answers);
    }

    @Override
    public void measureDone(
            String reviewKey, int number, UserId actor, Map<String, Object> answers) {
        var task =
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(reviewKey)
                        .taskDefinitionKey("Task_CarryOutMeasure")
                        .processVariableValueEquals(MEASURE_INDEX.name(), number - 1)
                        .singleResult();
        openTasks.complete(task, "这项措施已经完成，请刷新查看最新状态", actor, answers);
    }
}
