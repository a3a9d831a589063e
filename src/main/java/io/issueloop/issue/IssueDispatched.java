package io.issueloop.issue;

/** The handler is to be told now: published in the transaction of the step 派发待办. */
public record IssueDispatched(Issue issue) {}
