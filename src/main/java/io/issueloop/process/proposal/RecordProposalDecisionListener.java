package io.issueloop.process.proposal;

import static io.issueloop.process.ProcessVariables.PROPOSAL_AGREED;
import static io.issueloop.process.ProcessVariables.PROPOSAL_NUMBER;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Proposals;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import io.issueloop.shared.Refused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 确认提议: the lead agrees, or declines with a reason. */
@Component
class RecordProposalDecisionListener implements TaskListener {

    private final Proposals proposals;
    private final Acting acting;

    RecordProposalDecisionListener(Proposals proposals, Acting acting) {
        this.proposals = proposals;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var issueNo = IssueNo.of(task.getExecution().getProcessBusinessKey());
        var fields = FormFields.takenFrom(task);
        var agreed = fields.is("proposalDecision", "agree");
        if (!agreed && !fields.is("proposalDecision", "decline")) {
            throw new Refused("请选择同意或驳回");
        }
        var number = PROPOSAL_NUMBER.from(task);
        proposals.record(issueNo, number, acting.now(), agreed, fields.text("decisionReason"));
        PROPOSAL_AGREED.set(task, agreed);
    }
}
