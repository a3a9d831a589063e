package io.issueloop.process.pause;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 批准暂停 in Tasklist. */
@Component
class RecordPauseApprovalListener implements TaskListener {

    private final IssuePauses pauses;
    private final Acting acting;

    RecordPauseApprovalListener(IssuePauses pauses, Acting acting) {
        this.pauses = pauses;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        pauses.approve(issueNo, acting.now(), fields.text("pauseApprovalNote"));
    }
}
