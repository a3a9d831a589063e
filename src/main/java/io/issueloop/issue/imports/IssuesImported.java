package io.issueloop.issue.imports;

/** A run has written its last row; published in the transaction that records its end. */
public record IssuesImported(long runId) {}
