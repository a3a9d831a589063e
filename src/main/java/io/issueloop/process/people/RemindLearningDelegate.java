package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.LEAD_ID;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.people.LearningDecisions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
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
                                    .forEach(task -> give(task, lead.value()));
                        });
    }

    /** To who leads by now; the one with a substitute stays there. */
    private void give(Task task, String lead) {
        var holder = task.getOwner() == null ? task.getAssignee() : task.getOwner();
        if (!lead.equals(holder)) {
            task.setOwner(null);
            task.setAssignee(lead);
            tasks.getObject().saveTask(task);
        }
    }
}
