package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.appeal.AppealReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 上报: somebody else is to decide, the task goes with it. */
@Component
class EscalateAppealDelegate implements JavaDelegate {

    private final AppealReminders reminders;

    EscalateAppealDelegate(AppealReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.escalate(businessKey(execution));
    }
}
