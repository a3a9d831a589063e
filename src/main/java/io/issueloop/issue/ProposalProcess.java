package io.issueloop.issue;

import io.issueloop.shared.UserId;

/**
 * What proposals and early endings ask of the workflow engine. Everything happens in the caller's
 * transaction.
 */
public interface ProposalProcess {

    /** How {@code issue_lifecycle} ends before its time; the words stand in the model. */
    enum Ending {
        WITHDRAWN,
        INVALID,
        CLOSED
    }

    /** Asks the reviewer: starts {@code proposal_review}. */
    void ask(Proposal proposal);

    /**
     * Completes the reviewer's task with the answers its form would give.
     *
     * @throws io.issueloop.shared.Refused when it is not open (any more), or the rules refuse
     */
    void decide(Proposal proposal, UserId actor, boolean agreed, String reason);

    /** The question needs no answer any more. */
    void forget(Proposal proposal);

    /** Interrupts the issue's process, wherever it stands. */
    void endEarly(IssueNo issueNo, Ending ending);
}
