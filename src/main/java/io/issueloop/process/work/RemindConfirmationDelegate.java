package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.CONFIRMER_ID;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.notification.FollowUpNotices;
import io.issueloop.shared.UserId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒确认: what its reporter solved still waits for somebody else. */
@Component
class RemindConfirmationDelegate implements JavaDelegate {

    private final FollowUpNotices notices;

    RemindConfirmationDelegate(FollowUpNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.remindToConfirm(
                IssueNo.of(businessKey(execution)), UserId.of(CONFIRMER_ID.from(execution)));
    }
}
