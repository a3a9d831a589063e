package io.issueloop.process.followup;

import io.issueloop.issue.FollowUps;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Solution;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 补充方案. */
@Component
class RecordCompletedSolutionListener implements TaskListener {

    private final FollowUps followUps;
    private final Acting acting;

    RecordCompletedSolutionListener(FollowUps followUps, Acting acting) {
        this.followUps = followUps;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        followUps.completeSolution(
                issueNo,
                acting.now(),
                new Solution(
                        fields.text("cause").strip(),
                        fields.text("measures").strip(),
                        fields.text("verification").strip()));
    }
}
