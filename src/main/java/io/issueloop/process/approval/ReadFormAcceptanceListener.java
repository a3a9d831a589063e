package io.issueloop.process.approval;

import static io.issueloop.process.ProcessVariables.FORM_ACCEPTED;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.approval.ApprovalReminders;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Whether WeCom has taken the form; the approvers are asked here otherwise. */
@Component
class ReadFormAcceptanceListener implements ExecutionListener {

    private final ApprovalReminders reminders;

    ReadFormAcceptanceListener(ApprovalReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void notify(DelegateExecution execution) {
        FORM_ACCEPTED.set(execution, !reminders.openManually(IssueNo.of(businessKey(execution))));
    }
}
