package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 关闭问题. */
@Component
class CloseIssueDelegate implements JavaDelegate {

    private final IssueLifecycle lifecycle;

    CloseIssueDelegate(IssueLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.close(
                IssueNo.of(businessKey(execution)),
                EvaluationOutcome.of(execution) == EvaluationOutcome.CONFIRMED);
    }
}
