package io.issueloop.web;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.ProposalProcess;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.ReopeningProcess;
import io.issueloop.issue.ServiceLevels;
import io.issueloop.shared.UserId;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/** Proposals without an engine: decided and carried out at once. */
class TestProposalProcess implements ProposalProcess {

    private final ObjectProvider<Proposals> proposals;

    TestProposalProcess(ObjectProvider<Proposals> proposals) {
        this.proposals = proposals;
    }

    @Bean
    static ServiceLevels aDayForAll() {
        return (issue, urgency) -> Duration.ofHours(8);
    }

    @Bean
    static ReopeningProcess nothingToStart() {
        return issue -> {};
    }

    @Override
    public void ask(Proposal proposal) {}

    @Override
    public void decide(Proposal proposal, UserId actor, boolean agreed, String reason) {
        var all = proposals.getObject();
        all.record(proposal.issueNo(), proposal.number(), actor, agreed, reason);
        if (agreed) {
            all.carryOut(proposal.issueNo(), proposal.number());
        }
    }

    @Override
    public void forget(Proposal proposal) {}

    @Override
    public void endEarly(IssueNo issueNo, Ending ending) {}
}
