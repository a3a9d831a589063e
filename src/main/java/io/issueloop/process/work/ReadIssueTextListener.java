package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.KeywordText;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Shows the description to the keyword table for the moment of the decision; it is never kept as a
 * variable.
 */
@Component
class ReadIssueTextListener implements ExecutionListener {

    private final Issues issues;

    ReadIssueTextListener(Issues issues) {
        this.issues = issues;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var issue = issues.get(IssueNo.of(businessKey(execution)));
        execution.setVariableLocal(
                "text", Variables.stringValue(KeywordText.of(issue.description()), true));
    }
}
