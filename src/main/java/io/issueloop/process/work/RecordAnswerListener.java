package io.issueloop.process.work;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssuePauses;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 补充信息: the reporter's answer. */
@Component
class RecordAnswerListener implements TaskListener {

    private final IssuePauses pauses;
    private final Acting acting;

    RecordAnswerListener(IssuePauses pauses, Acting acting) {
        this.pauses = pauses;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        pauses.provideInformation(issueNo, acting.now(), fields.text("answer"));
    }
}
