package io.issueloop.process.approval;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.approval.ApprovalReminders;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 催促审批: the reminder, the substitute or the escalation that is due. */
@Component
class UrgeApprovalDelegate implements JavaDelegate {

    private final ApprovalReminders reminders;

    UrgeApprovalDelegate(ApprovalReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.urge(IssueNo.of(businessKey(execution)));
    }
}
