package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.ACCEPTED;
import static io.issueloop.process.ProcessVariables.HANDLING_OUTCOME;

import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 接单, or 退回误派 with a reason. */
@Component
class RecordAcceptanceListener implements TaskListener {

    private final IssueLifecycle lifecycle;
    private final IssueAssignment assignment;
    private final Acting acting;

    RecordAcceptanceListener(IssueLifecycle lifecycle, IssueAssignment assignment, Acting acting) {
        this.lifecycle = lifecycle;
        this.assignment = assignment;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        var refused = fields.is("acceptance", "refuse");
        if (refused) {
            assignment.refuse(issueNo, acting.now(), fields.text("refusalReason"));
        } else {
            lifecycle.accept(issueNo, acting.now());
        }
        ACCEPTED.set(task, !refused);
        HANDLING_OUTCOME.set(task, refused ? "REFUSED" : "HANDLING");
    }
}
