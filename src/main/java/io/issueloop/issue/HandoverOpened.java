package io.issueloop.issue;

import io.issueloop.shared.UserId;

/** A lead is to confirm a handover; published in the transaction that opens it. */
public record HandoverOpened(Handover handover, UserId lead) {}
