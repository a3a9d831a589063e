package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.APPEAL_DUE_AT;
import static io.issueloop.process.ProcessVariables.DECIDER_ID;
import static io.issueloop.process.ProcessVariables.REMIND_APPEAL_AT;
import static io.issueloop.process.ProcessVariables.REMIND_ASSIGNMENT_AT;

import io.issueloop.appraisal.appeal.AppealProcess;
import io.issueloop.process.work.OpenTasks;
import io.issueloop.shared.UserId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Appeals on Camunda, which knows who is asked, and neither statement nor evidence. */
@Component
class CamundaAppealProcess implements AppealProcess {

    private static final String KPI_APPEAL = "kpi_appeal";
    private static final String ASSIGN = "Task_AssignDecider";
    private static final String DECIDE = "Task_DecideAppeal";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OpenTasks openTasks;

    CamundaAppealProcess(RuntimeService runtime, TaskService tasks, OpenTasks openTasks) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.openTasks = openTasks;
    }

    @Override
    public void start(String no, Timing timing) {
        runtime.startProcessInstanceByKey(
                KPI_APPEAL,
                no,
                Map.of(
                        REMIND_ASSIGNMENT_AT.name(), Date.from(timing.remindAssignmentAt()),
                        REMIND_APPEAL_AT.name(), Date.from(timing.remindDeciderAt()),
                        APPEAL_DUE_AT.name(), Date.from(timing.dueAt())));
    }

    @Override
    public void assign(String no, UserId actor, Map<String, Object> answers) {
        openTasks.complete(new OpenTasks.Which(no, ASSIGN, "裁决人已指定，请刷新查看"), actor, answers);
    }

    @Override
    public void decide(String no, UserId actor, Map<String, Object> answers) {
        openTasks.complete(new OpenTasks.Which(no, DECIDE, "申诉已裁决，请刷新查看结果"), actor, answers);
    }

    @Override
    public void reassigned(String no, UserId decider) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .taskDefinitionKey(DECIDE)
                .list()
                .forEach(
                        task -> {
                            runtime.setVariable(
                                    task.getProcessInstanceId(),
                                    DECIDER_ID.name(),
                                    decider.value());
                            tasks.setAssignee(task.getId(), decider.value());
                        });
    }

    @Override
    public void withdrawn(String no) {
        runtime.createMessageCorrelation("appeal_withdrawn")
                .processInstanceBusinessKey(no)
                .correlateAll();
    }
}
