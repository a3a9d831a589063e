package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.notification.Notifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒评价. */
@Component
class RemindEvaluationDelegate implements JavaDelegate {

    private final Notifications notifications;

    RemindEvaluationDelegate(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifications.remindOfEvaluation(IssueNo.of(businessKey(execution)));
    }
}
