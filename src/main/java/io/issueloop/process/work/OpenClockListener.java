package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.ACCEPTED;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Sets when the three timers of an assignment go off, and whether it is accepted already. */
@Component
class OpenClockListener implements ExecutionListener {

    private final Issues issues;
    private final HandlingTimers timers;

    OpenClockListener(Issues issues, HandlingTimers timers) {
        this.issues = issues;
        this.timers = timers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var issueNo = IssueNo.of(businessKey(execution));
        execution.setVariables(timers.of(issueNo));
        ACCEPTED.set(execution, issues.get(issueNo).status() == IssueStatus.HANDLING);
    }
}
