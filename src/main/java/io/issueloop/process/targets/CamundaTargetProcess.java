package io.issueloop.process.targets;

import io.issueloop.appraisal.targets.TargetProcess;
import io.issueloop.kpi.Period;
import io.issueloop.process.ProcessVariables;
import io.issueloop.process.work.OpenTasks;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Setting targets on Camunda; an instance is known by the closed quarter. */
@Component
class CamundaTargetProcess implements TargetProcess {

    private static final String NEXT_TARGETS = "next_targets";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OpenTasks openTasks;

    CamundaTargetProcess(RuntimeService runtime, TaskService tasks, OpenTasks openTasks) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.openTasks = openTasks;
    }

    @Override
    public void start(Period closed) {
        runtime.startProcessInstanceByKey(
                NEXT_TARGETS,
                "TARGETS-AFTER-" + closed.code(),
                Map.of(ProcessVariables.PERIOD.name(), closed.code()));
    }

    @Override
    public void decide(Period closed, UserId actor, Map<String, Object> answers) {
        var task =
                tasks.createTaskQuery()
                        .processDefinitionKey(NEXT_TARGETS)
                        .processVariableValueEquals(ProcessVariables.PERIOD.name(), closed.code())
                        .taskDefinitionKey("Task_DecideTargets")
                        .singleResult();
        openTasks.complete(task, "现在没有等待决定的目标，请刷新查看最新状态", actor, answers);
    }
}
