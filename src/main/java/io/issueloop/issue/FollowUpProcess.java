package io.issueloop.issue;

import io.issueloop.shared.UserId;

/**
 * What is asked of the workflow engine beside the issue's own way. Everything happens in the
 * caller's transaction.
 */
public interface FollowUpProcess {

    /** Starts {@code solution_follow_up}: the handler writes down what is missing. */
    void askForSolution(IssueNo issueNo, UserId handler);

    /** Ends an open {@code solution_follow_up}; nothing happens where there is none. */
    void solutionSuperseded(IssueNo issueNo);

    /** Starts {@code rating_follow_up}, unless one is open. */
    void askAboutRating(IssueNo issueNo, UserId lead);

    /** Whether this step waits for somebody. */
    boolean isOpen(IssueNo issueNo, IssueProcess.Step step);
}
