package io.issueloop.process.proposal;

import static io.issueloop.process.ProcessVariables.EARLY_ENDING;
import static io.issueloop.process.ProcessVariables.PROPOSAL_NUMBER;
import static io.issueloop.process.ProcessVariables.REVIEWER_ID;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.ProposalProcess;
import io.issueloop.process.work.OpenTasks;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Proposals and early endings on Camunda. */
@Component
class CamundaProposalProcess implements ProposalProcess {

    private static final String PROPOSAL_REVIEW = "proposal_review";
    private static final String ISSUE_LIFECYCLE = "issue_lifecycle";
    private static final String EARLY = "early_ending";
    private static final String OBSOLETE = "proposal_obsolete";

    private final RuntimeService runtime;
    private final OpenTasks openTasks;

    CamundaProposalProcess(RuntimeService runtime, OpenTasks openTasks) {
        this.runtime = runtime;
        this.openTasks = openTasks;
    }

    @Override
    public void ask(Proposal proposal) {
        runtime.startProcessInstanceByKey(
                PROPOSAL_REVIEW,
                proposal.issueNo().value(),
                Map.of(
                        PROPOSAL_NUMBER.name(), proposal.number(),
                        REVIEWER_ID.name(), proposal.reviewer().value()));
    }

    @Override
    public void decide(Proposal proposal, UserId actor, boolean agreed, String reason) {
        var answers =
                Map.<String, Object>of(
                        "proposalDecision", agreed ? "agree" : "decline", "decisionReason", reason);
        openTasks.complete(
                new OpenTasks.Which(
                        proposal.issueNo().value(), "Task_ReviewProposal", "该提议已有人处理，请刷新查看结果"),
                actor,
                answers);
    }

    @Override
    public void forget(Proposal proposal) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(proposal.issueNo().value(), PROPOSAL_REVIEW)
                .variableValueEquals(PROPOSAL_NUMBER.name(), proposal.number())
                .list()
                .forEach(
                        review ->
                                runtime.createMessageCorrelation(OBSOLETE)
                                        .processInstanceId(review.getId())
                                        .correlate());
    }

    @Override
    public void endEarly(IssueNo issueNo, Ending ending) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(issueNo.value(), ISSUE_LIFECYCLE)
                .list()
                .forEach(life -> end(life, ending));
    }

    /** Instances older than the early endings know no such message: they are ended outright. */
    private void end(ProcessInstance life, Ending ending) {
        var listening =
                runtime.createEventSubscriptionQuery()
                        .processInstanceId(life.getId())
                        .eventName(EARLY)
                        .count();
        if (listening > 0) {
            runtime.createMessageCorrelation(EARLY)
                    .processInstanceId(life.getId())
                    .setVariable(EARLY_ENDING.name(), ending.name())
                    .correlate();
        } else {
            runtime.deleteProcessInstance(life.getId(), EARLY);
        }
    }
}
