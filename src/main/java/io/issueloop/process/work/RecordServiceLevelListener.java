package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.SERVICE_LEVEL_DAYS;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Turns the table's working days into a due time. */
@Component
class RecordServiceLevelListener implements ExecutionListener {

    private final IssueLifecycle lifecycle;

    RecordServiceLevelListener(IssueLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void notify(DelegateExecution execution) {
        lifecycle.setServiceLevel(
                IssueNo.of(businessKey(execution)), SERVICE_LEVEL_DAYS.from(execution));
    }
}
