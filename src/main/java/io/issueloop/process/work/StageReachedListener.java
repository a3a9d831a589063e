package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.REMINDER_STAGE;
import static io.issueloop.process.ProcessVariables.URGENCY;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Says which of the three timers went off, and how urgent the issue is, for the table. */
@Component
class StageReachedListener implements ExecutionListener {

    private final Issues issues;

    StageReachedListener(Issues issues) {
        this.issues = issues;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var issue = issues.get(IssueNo.of(businessKey(execution)));
        var stage = HandlingTimers.stage(execution.getCurrentActivityId());
        execution.setVariableLocal(REMINDER_STAGE.name(), stage.label());
        execution.setVariableLocal(URGENCY.name(), issue.urgency().label());
    }
}
