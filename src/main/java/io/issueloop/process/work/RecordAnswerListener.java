package io.issueloop.process.work;

import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 补充信息: the reporter's answer. */
@Component
class RecordAnswerListener implements TaskListener {

    private final IssueLifecycle lifecycle;
    private final Acting acting;

    RecordAnswerListener(IssueLifecycle lifecycle, Acting acting) {
        this.lifecycle = lifecycle;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        lifecycle.provideInformation(issueNo, acting.now(), fields.text("answer"));
    }
}
