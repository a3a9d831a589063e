package io.issueloop.process.followup;

import static io.issueloop.process.ProcessVariables.HANDLER_ID;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.notification.FollowUpNotices;
import io.issueloop.shared.UserId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒补充. */
@Component
class RemindSolutionDelegate implements JavaDelegate {

    private final FollowUpNotices notices;

    RemindSolutionDelegate(FollowUpNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.remindOfSolution(
                IssueNo.of(businessKey(execution)), UserId.of(HANDLER_ID.from(execution)));
    }
}
