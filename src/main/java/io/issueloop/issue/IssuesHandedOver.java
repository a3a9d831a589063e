package io.issueloop.issue;

import io.issueloop.shared.UserId;

/** Somebody got issues of a person who leaves, all at once; published in that transaction. */
public record IssuesHandedOver(Handover handover, UserId to) {}
