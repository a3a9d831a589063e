package io.issueloop.issue;

/** What a closed issue that comes back asks of the workflow engine, in the caller's transaction. */
public interface ReopeningProcess {

    /**
     * Starts {@code issue_lifecycle} anew at the handling, with the same business key; another
     * handler takes over where the former one is not there any more.
     */
    void resume(Issue issue);
}
