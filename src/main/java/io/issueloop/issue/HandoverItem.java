package io.issueloop.issue;

import io.issueloop.shared.UserId;

/**
 * An issue to be handed over, with who is to take it.
 *
 * @param reason Chinese: why this one
 * @param chosen whether a person named them
 */
public record HandoverItem(Issue issue, UserId to, String reason, boolean chosen) {}
