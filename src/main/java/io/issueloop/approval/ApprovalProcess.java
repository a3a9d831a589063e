package io.issueloop.approval;

import io.issueloop.issue.IssueNo;

/** What an approval asks of the workflow engine; everything happens in the caller's transaction. */
public interface ApprovalProcess {

    /**
     * There is a result: the waiting process goes on.
     *
     * @throws io.issueloop.shared.Refused when no process waits for it
     */
    void decided(IssueNo issueNo);

    /**
     * 先处理后审批: work begins, and the approval goes on in a process of its own.
     *
     * @throws io.issueloop.shared.Refused when no process waits
     */
    void actFirst(IssueNo issueNo);

    /** The issue is over: an approval that goes on beside it ends; none is no mistake. */
    void endBeside(IssueNo issueNo);
}
