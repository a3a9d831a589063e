package io.issueloop.process.approval;

import static io.issueloop.process.ProcessVariables.APPROVAL_DECIDED;

import io.issueloop.approval.ApprovalDecisions;
import io.issueloop.issue.IssueNo;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import io.issueloop.shared.Refused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 同意 or 驳回 in Tasklist. */
@Component
class RecordApprovalDecisionListener implements TaskListener {

    private final ApprovalDecisions decisions;
    private final Acting acting;

    RecordApprovalDecisionListener(ApprovalDecisions decisions, Acting acting) {
        this.decisions = decisions;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        var decision = fields.text("decision");
        if (!decision.equals("agree") && !decision.equals("reject")) {
            throw new Refused("请选择同意或驳回");
        }
        APPROVAL_DECIDED.set(
                task,
                decisions.decideInTask(
                        issueNo,
                        acting.now(),
                        decision.equals("agree"),
                        fields.text("decisionComment")));
    }
}
