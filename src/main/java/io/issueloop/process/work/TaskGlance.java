package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The issue at a glance, on the tasks that belong to it. */
@Component
class TaskGlance {

    private final Issues issues;
    private final TaskDues dues;
    private final IssueSummary summary;

    TaskGlance(Issues issues, TaskDues dues, IssueSummary summary) {
        this.issues = issues;
        this.dues = dues;
        this.summary = summary;
    }

    /** Gives a new task its due time and the summary its form shows. */
    void show(DelegateTask task) {
        var issue = issues.get(IssueNo.of(task.getExecution().getProcessBusinessKey()));
        dues.set(task, issue);
        write(task, issue);
    }

    /**
     * A task somebody drew without saying what it shows is shown by its issue, where it has one.
     */
    void showWhereNothingIs(DelegateTask task) {
        var key = task.getExecution().getProcessBusinessKey();
        if (key == null || !IssueNo.isIssueNo(key) || task.hasVariableLocal(SUMMARY.name())) {
            return;
        }
        var issue = issues.get(IssueNo.of(key));
        if (task.getDueDate() == null) {
            dues.set(task, issue);
        }
        write(task, issue);
    }

    private void write(DelegateTask task, Issue issue) {
        task.setVariableLocal(SUMMARY.name(), summary.of(issue, hint(issue)));
    }

    /** Who sorts an issue sees which keywords were found, and of what. */
    private String hint(Issue issue) {
        return issue.status() == IssueStatus.TRIAGE
                ? TriageHint.of(issues.history(issue.no()))
                : "";
    }
}
