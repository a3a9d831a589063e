package io.issueloop.process.followup;

import io.issueloop.issue.FollowUps;
import io.issueloop.issue.IssueNo;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 回访低分评价. */
@Component
class RecordRatingFollowUpListener implements TaskListener {

    private final FollowUps followUps;
    private final Acting acting;

    RecordRatingFollowUpListener(FollowUps followUps, Acting acting) {
        this.followUps = followUps;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        followUps.followUpRating(
                issueNo, acting.now(), fields.text("followUpResult"), fields.text("followUpNote"));
    }
}
