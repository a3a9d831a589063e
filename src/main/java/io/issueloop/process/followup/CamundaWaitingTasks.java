package io.issueloop.process.followup;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.WaitingTask;
import io.issueloop.issue.WaitingTask.Kind;
import io.issueloop.issue.WaitingTasks;
import io.issueloop.shared.UserId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The tasks of a person that are about issues, from Camunda. */
@Component
class CamundaWaitingTasks implements WaitingTasks {

    private static final int MOST = 100;
    private static final Map<String, Kind> KINDS =
            Map.of(
                    "Task_CompleteSolution", Kind.COMPLETE_SOLUTION,
                    "Task_FollowUpRating", Kind.FOLLOW_UP_RATING,
                    "Task_ConfirmOwnSolution", Kind.CONFIRM_OWN,
                    "Task_ReviewProposal", Kind.REVIEW_PROPOSAL,
                    "Task_ApprovePause", Kind.APPROVE_PAUSE,
                    "Task_TriageIssue", Kind.TRIAGE);

    private final TaskService tasks;
    private final RuntimeService runtime;

    CamundaWaitingTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public List<WaitingTask> of(UserId user) {
        var own =
                tasks.createTaskQuery()
                        .taskAssignee(user.value())
                        .taskDefinitionKeyIn(KINDS.keySet().toArray(String[]::new))
                        .orderByDueDate()
                        .asc()
                        .listPage(0, MOST);
        var keys = keys(own);
        return own.stream().map(task -> waiting(task, keys)).toList();
    }

    private static WaitingTask waiting(Task task, Map<String, String> keys) {
        return new WaitingTask(
                IssueNo.of(keys.getOrDefault(task.getProcessInstanceId(), "")),
                KINDS.get(task.getTaskDefinitionKey()),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant));
    }

    /** Business keys by instance, read at once. */
    private Map<String, String> keys(List<Task> own) {
        if (own.isEmpty()) {
            return new HashMap<>();
        }
        var instances = own.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}
