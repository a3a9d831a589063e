package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.CATEGORY;

import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 人工分诊: the category a person chose. */
@Component
class RecordTriageListener implements TaskListener {

    private final IssueLifecycle lifecycle;
    private final Acting acting;

    RecordTriageListener(IssueLifecycle lifecycle, Acting acting) {
        this.lifecycle = lifecycle;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        var category = fields.text("chosenCategory");
        lifecycle.triage(issueNo, acting.now(), category, fields.text("chosenSubCategory"));
        CATEGORY.set(task, category);
    }
}
