package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a new task its due time and the summary its form shows. */
@Component
class ShowIssueListener implements TaskListener {

    private final Issues issues;
    private final TaskDues dues;
    private final IssueSummary summary;

    ShowIssueListener(Issues issues, TaskDues dues, IssueSummary summary) {
        this.issues = issues;
        this.dues = dues;
        this.summary = summary;
    }

    @Override
    public void notify(DelegateTask task) {
        var issue = issues.get(IssueNo.of(task.getExecution().getProcessBusinessKey()));
        dues.set(task, issue);
        task.setVariableLocal(SUMMARY.name(), summary.of(issue, hint(issue)));
    }

    /** Who sorts an issue sees which keywords were found, and of what. */
    private String hint(Issue issue) {
        return issue.status() == IssueStatus.TRIAGE
                ? TriageHint.of(issues.history(issue.no()))
                : "";
    }
}
