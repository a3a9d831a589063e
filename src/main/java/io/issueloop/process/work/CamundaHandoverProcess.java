package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.HANDLER_ID;
import static io.issueloop.process.ProcessVariables.HANDOVER_DUE_AT;
import static io.issueloop.process.ProcessVariables.HANDOVER_LEAD_ID;

import io.issueloop.issue.Handover;
import io.issueloop.issue.HandoverProcess;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** {@code leaver_handover} on Camunda. */
@Component
class CamundaHandoverProcess implements HandoverProcess {

    private static final String EVALUATION = "Task_EvaluateSolution";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OpenTasks openTasks;

    CamundaHandoverProcess(RuntimeService runtime, TaskService tasks, OpenTasks openTasks) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.openTasks = openTasks;
    }

    @Override
    public void start(Handover handover, UserId lead) {
        runtime.startProcessInstanceByKey(
                "leaver_handover",
                handover.key(),
                Map.of(
                        HANDOVER_LEAD_ID.name(), lead.value(),
                        HANDOVER_DUE_AT.name(), Date.from(handover.dueAt())));
    }

    @Override
    public void confirm(Handover handover, UserId actor) {
        openTasks.complete(
                new OpenTasks.Which(handover.key(), "Task_ConfirmHandover", "这项移交已经办完，请刷新查看最新状态"),
                actor,
                Map.of("handoverDecision", "proposal"));
    }

    @Override
    public void handlerChanged(IssueNo issueNo, UserId from, UserId to) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issueNo.value())
                .processDefinitionKeyIn("issue_lifecycle", "issue_handling")
                .list()
                .forEach(
                        instance ->
                                runtime.setVariable(
                                        instance.getId(), HANDLER_ID.name(), to.value()));
        tasks.createTaskQuery()
                .processInstanceBusinessKey(issueNo.value())
                .taskAssignee(from.value())
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), to.value()));
    }

    @Override
    public Set<UserId> withTasks(List<UserId> people) {
        var names = people.stream().map(UserId::value).toArray(String[]::new);
        return tasks.createTaskQuery().taskAssigneeIn(names).list().stream()
                .filter(CamundaHandoverProcess::needsSomebody)
                .map(task -> UserId.of(task.getAssignee()))
                .collect(Collectors.toSet());
    }

    @Override
    public void moveTasks(UserId from, UserId to) {
        tasks.createTaskQuery().taskAssignee(from.value()).list().stream()
                .filter(CamundaHandoverProcess::needsSomebody)
                .forEach(task -> tasks.setAssignee(task.getId(), to.value()));
    }

    private static boolean needsSomebody(Task task) {
        return !EVALUATION.equals(task.getTaskDefinitionKey());
    }
}
