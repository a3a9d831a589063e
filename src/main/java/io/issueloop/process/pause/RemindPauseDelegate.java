package io.issueloop.process.pause;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.notification.PauseNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒处理人: the pause has reached its cap. */
@Component
class RemindPauseDelegate implements JavaDelegate {

    private final PauseNotices notices;

    RemindPauseDelegate(PauseNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.capReached(IssueNo.of(businessKey(execution)));
    }
}
