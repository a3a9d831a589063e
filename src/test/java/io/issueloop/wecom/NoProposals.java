package io.issueloop.wecom;

import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.ProposalProcess;
import io.issueloop.shared.UserId;

/** Stands in for the engine: nobody is asked, and nothing ends early. */
class NoProposals implements ProposalProcess {

    @Override
    public void ask(Proposal proposal) {}

    @Override
    public void decide(Proposal proposal, UserId actor, boolean agreed, String reason) {}

    @Override
    public void forget(Proposal proposal) {}

    @Override
    public void endEarly(IssueNo issueNo, Ending ending) {}
}
