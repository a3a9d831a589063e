package io.issueloop.process.proposal;

import static io.issueloop.process.ProcessVariables.PROPOSAL_NUMBER;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Proposals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 执行提议. */
@Component
class CarryOutProposalDelegate implements JavaDelegate {

    private final Proposals proposals;

    CarryOutProposalDelegate(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        proposals.carryOut(IssueNo.of(businessKey(execution)), PROPOSAL_NUMBER.from(execution));
    }
}
