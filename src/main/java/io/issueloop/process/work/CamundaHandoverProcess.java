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
import java.util.stream.Stream;
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
    private final SubstituteTasks substitutes;

    CamundaHandoverProcess(
            RuntimeService runtime,
            TaskService tasks,
            OpenTasks openTasks,
            SubstituteTasks substitutes) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.substitutes = substitutes;
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
        tasks.createTaskQuery().processInstanceBusinessKey(issueNo.value()).list().stream()
                .filter(task -> isHeldBy(task, from))
                .forEach(task -> substitutes.hand(task, to));
    }

    @Override
    public Set<UserId> withTasks(List<UserId> people) {
        return people.stream()
                .filter(user -> heldBy(user).anyMatch(CamundaHandoverProcess::needsSomebody))
                .collect(Collectors.toSet());
    }

    /** What the leaver was to do in another's place goes back to that one. */
    @Override
    public void moveTasks(UserId from, UserId to) {
        heldBy(from)
                .filter(CamundaHandoverProcess::needsSomebody)
                .forEach(task -> substitutes.hand(task, to));
        tasks.createTaskQuery().taskAssignee(from.value()).list().forEach(substitutes::giveBack);
    }

    private Stream<Task> heldBy(UserId user) {
        return Stream.of(
                        tasks.createTaskQuery().taskAssignee(user.value()).list(),
                        tasks.createTaskQuery().taskOwner(user.value()).list())
                .flatMap(List::stream)
                .filter(task -> isHeldBy(task, user));
    }

    private static boolean isHeldBy(Task task, UserId user) {
        return (task.getAssignee() != null || task.getOwner() != null)
                && SubstituteTasks.holder(task).equals(user);
    }

    private static boolean needsSomebody(Task task) {
        return !EVALUATION.equals(task.getTaskDefinitionKey());
    }
}
