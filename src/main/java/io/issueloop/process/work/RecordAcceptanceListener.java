package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.ACCEPTED;
import static io.issueloop.process.ProcessVariables.HANDLER_ID;
import static io.issueloop.process.ProcessVariables.HANDLING_OUTCOME;

import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Reassignment;
import io.issueloop.shared.UserId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 接单, 退回误派 with a reason, or 改派 by a lead. */
@Component
class RecordAcceptanceListener implements TaskListener {

    private final IssueLifecycle lifecycle;
    private final IssueAssignment assignment;
    private final Reassignment reassignment;
    private final Acting acting;

    RecordAcceptanceListener(
            IssueLifecycle lifecycle,
            IssueAssignment assignment,
            Reassignment reassignment,
            Acting acting) {
        this.reassignment = reassignment;
        this.lifecycle = lifecycle;
        this.assignment = assignment;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        switch (fields.text("acceptance")) {
            case "refuse" -> assignment.refuse(issueNo, acting.now(), fields.text("refusalReason"));
            case "reassign" ->
                    HANDLER_ID.set(task, reassigned(issueNo, acting.now(), fields).value());
            default -> lifecycle.accept(issueNo, acting.now());
        }
        var refused = !accepts(fields);
        ACCEPTED.set(task, !refused);
        HANDLING_OUTCOME.set(task, refused ? "REFUSED" : "HANDLING");
    }

    private static boolean accepts(FormFields fields) {
        return !fields.is("acceptance", "refuse") && !fields.is("acceptance", "reassign");
    }

    private UserId reassigned(IssueNo issueNo, UserId by, FormFields fields) {
        return reassignment.decide(
                issueNo, by, fields.text("transferTo"), fields.text("transferNote"));
    }
}
