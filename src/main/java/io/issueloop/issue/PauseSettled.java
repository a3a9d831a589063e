package io.issueloop.issue;

/** Nothing is left to be decided about a pause: published in the transaction that decided it. */
public record PauseSettled(IssueNo issueNo) {}
