package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a new task its due time and the summary its form shows. */
@Component
class ShowIssueListener implements TaskListener {

    private final Issues issues;
    private final IssueSummary summary;

    ShowIssueListener(Issues issues, IssueSummary summary) {
        this.issues = issues;
        this.summary = summary;
    }

    @Override
    public void notify(DelegateTask task) {
        var issue = issues.get(IssueNo.of(task.getExecution().getProcessBusinessKey()));
        issue.personalDueAt().map(Date::from).ifPresent(task::setDueDate);
        task.setVariableLocal(SUMMARY.name(), summary.of(issue, hint(issue)));
    }

    /** Who sorts an issue sees which keywords were found, and of what. */
    private String hint(Issue issue) {
        return issue.status() == IssueStatus.TRIAGE
                ? TriageHint.of(issues.history(issue.no()))
                : "";
    }
}
