package io.issueloop.issue;

/**
 * The handler is to be told now: published in the transaction of the step 派发待办.
 *
 * @param oneOfMany many issues are given out at once, and each new handler gets one digest of them
 */
public record IssueDispatched(Issue issue, boolean oneOfMany) {

    /** Of one issue alone. */
    public IssueDispatched(Issue issue) {
        this(issue, false);
    }
}
