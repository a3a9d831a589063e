package io.issueloop.process.followup;

import static io.issueloop.process.ProcessVariables.LEAD_ID;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.notification.FollowUpNotices;
import io.issueloop.shared.UserId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒回访. */
@Component
class RemindRatingFollowUpDelegate implements JavaDelegate {

    private final FollowUpNotices notices;

    RemindRatingFollowUpDelegate(FollowUpNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.remindOfRatingFollowUp(
                IssueNo.of(businessKey(execution)), UserId.of(LEAD_ID.from(execution)));
    }
}
