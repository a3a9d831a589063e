package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.CLOSE_EVALUATION_AT;

import io.issueloop.issue.FollowUpTimes;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import io.issueloop.issue.Issues;
import io.issueloop.issue.OpenPause;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Until when the tasks around an issue are due: work until the handler's due time, waiting until
 * the pause reaches its cap, an evaluation until silence closes it, a lead's decision within two
 * days.
 */
@Component
class TaskDues {

    private static final String ISSUE_HANDLING = "issue_handling";

    private final Issues issues;
    private final IssuePauses pauses;
    private final FollowUpTimes followUps;
    private final TaskService tasks;

    TaskDues(Issues issues, IssuePauses pauses, FollowUpTimes followUps, TaskService tasks) {
        this.issues = issues;
        this.pauses = pauses;
        this.followUps = followUps;
        this.tasks = tasks;
    }

    /** Of a task that opens. */
    void set(DelegateTask task, Issue issue) {
        switch (task.getTaskDefinitionKey()) {
            case "Task_EvaluateSolution" ->
                    CLOSE_EVALUATION_AT.find(task).ifPresent(task::setDueDate);
            case "Task_ApprovePause" -> task.setDueDate(Date.from(followUps.dueAt()));
            default ->
                    of(task.getTaskDefinitionKey(), issue)
                            .map(Date::from)
                            .ifPresent(task::setDueDate);
        }
    }

    /** Of what is open in {@code issue_handling}, after the due time has moved. */
    void move(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        tasks.createTaskQuery()
                .processInstanceBusinessKey(issueNo.value())
                .processDefinitionKey(ISSUE_HANDLING)
                .list()
                .forEach(
                        task -> {
                            var due = of(task.getTaskDefinitionKey(), issue).map(Date::from);
                            task.setDueDate(due.orElse(null));
                            tasks.saveTask(task);
                        });
    }

    private Optional<Instant> of(String task, Issue issue) {
        return switch (task) {
            case "Task_AnswerQuestion", "Task_ResumeIssue" ->
                    pauses.open(issue.no())
                            .filter(OpenPause::isCapped)
                            .map(pause -> pauses.capAt(issue.no()));
            default -> issue.personalDueAt();
        };
    }
}
