package io.issueloop.issue;

/** What a pause asks of the workflow engine. Everything happens in the caller's transaction. */
public interface PauseProcess {

    /** Nothing is left to be decided about the issue's pause; nobody is asked any more. */
    void settled(IssueNo issueNo);
}
