package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.LEAD_ID;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.people.LearningDecisions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 提醒负责人: whoever leads by now gets reminder and task. */
@Component
class RemindLearningDelegate implements JavaDelegate {

    private final LearningDecisions decisions;
    private final ObjectProvider<TaskService> tasks;

    RemindLearningDelegate(LearningDecisions decisions, ObjectProvider<TaskService> tasks) {
        this.decisions = decisions;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions
                .remind(businessKey(execution))
                .ifPresent(
                        lead -> {
                            LEAD_ID.set(execution, lead.value());
                            tasks.getObject()
                                    .createTaskQuery()
                                    .processInstanceId(execution.getProcessInstanceId())
                                    .list()
                                    .forEach(
                                            task ->
                                                    tasks.getObject()
                                                            .setAssignee(
                                                                    task.getId(), lead.value()));
                        });
    }
}
