package io.issueloop.process.approval;

import io.issueloop.approval.ApprovalReminders.Stage;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueEventType;
import java.util.Collection;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Offers an approval that is open in Tasklist to those who may decide in another's place now. */
@Component
class DeputyOffers {

    private static final String TASK = "Task_ApproveMajorIssue";

    private final ObjectProvider<TaskService> tasks;

    DeputyOffers(ObjectProvider<TaskService> tasks) {
        this.tasks = tasks;
    }

    @EventListener
    void on(IssueEvent event) {
        if (event.type() == IssueEventType.APPROVAL_URGED
                && !event.text("stage").orElse("").equals(Stage.MANUAL.name())
                && event.payload().get("to") instanceof Collection<?> asked) {
            offer(event.issueNo().value(), asked);
        }
    }

    private void offer(String businessKey, Collection<?> asked) {
        var service = tasks.getObject();
        service.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(TASK)
                .list()
                .forEach(
                        task ->
                                asked.forEach(
                                        user ->
                                                service.addCandidateUser(
                                                        task.getId(), user.toString())));
    }
}
