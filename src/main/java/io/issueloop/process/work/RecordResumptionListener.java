package io.issueloop.process.work;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 等待恢复: the handler goes on. */
@Component
class RecordResumptionListener implements TaskListener {

    private final IssuePauses pauses;
    private final Acting acting;

    RecordResumptionListener(IssuePauses pauses, Acting acting) {
        this.pauses = pauses;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        pauses.resume(issueNo, acting.now(), fields.text("resumeNote"));
    }
}
