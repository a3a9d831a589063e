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
 * Shows the description, and whether its reporter ticked 重大问题, to a table for the moment of the
 * decision; neither is kept as a variable.
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
        execution.setVariableLocal("majorTicked", Variables.booleanValue(issue.isMajor(), true));
    }
}
