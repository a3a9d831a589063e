package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.appeal.AppealReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 催办指定: the KPI administrators, once. */
@Component
class RemindAssignmentDelegate implements JavaDelegate {

    private final AppealReminders reminders;

    RemindAssignmentDelegate(AppealReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remindAssigners(businessKey(execution));
    }
}
