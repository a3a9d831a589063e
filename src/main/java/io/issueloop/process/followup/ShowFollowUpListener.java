package io.issueloop.process.followup;

import static io.issueloop.process.ProcessVariables.CLOSE_EVALUATION_AT;
import static io.issueloop.process.ProcessVariables.SUMMARY;

import io.issueloop.issue.FollowUpTimes;
import io.issueloop.issue.FollowUps;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a follow-up its due time and what its form shows. */
@Component
class ShowFollowUpListener implements TaskListener {

    private final Issues issues;
    private final FollowUps followUps;
    private final FollowUpTimes times;
    private final FollowUpSummary summary;

    ShowFollowUpListener(
            Issues issues, FollowUps followUps, FollowUpTimes times, FollowUpSummary summary) {
        this.issues = issues;
        this.followUps = followUps;
        this.times = times;
        this.summary = summary;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        task.setDueDate(CLOSE_EVALUATION_AT.find(task).orElseGet(() -> Date.from(times.dueAt())));
        task.setVariableLocal(
                SUMMARY.name(), summary.of(issues.get(issueNo), followUps.since(issueNo)));
    }
}
