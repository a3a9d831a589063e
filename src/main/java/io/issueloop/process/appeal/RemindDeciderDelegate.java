package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.appeal.AppealReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒裁决人: once, a working day before the term. */
@Component
class RemindDeciderDelegate implements JavaDelegate {

    private final AppealReminders reminders;

    RemindDeciderDelegate(AppealReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remindDecider(businessKey(execution));
    }
}
