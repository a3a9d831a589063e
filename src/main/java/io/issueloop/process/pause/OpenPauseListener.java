package io.issueloop.process.pause;

import static io.issueloop.process.ProcessVariables.LEAD_ID;
import static io.issueloop.process.ProcessVariables.PAUSE_CAP_AT;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Sets when the pause reaches its cap, and who may approve it. */
@Component
class OpenPauseListener implements ExecutionListener {

    private final IssuePauses pauses;

    OpenPauseListener(IssuePauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var issueNo = IssueNo.of(businessKey(execution));
        PAUSE_CAP_AT.set(execution, Date.from(pauses.capAt(issueNo)));
        LEAD_ID.set(execution, pauses.approver(issueNo).value());
    }
}
