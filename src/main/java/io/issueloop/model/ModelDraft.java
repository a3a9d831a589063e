package io.issueloop.model;

/**
 * What an author wants to deploy.
 *
 * @param base version it was made from, 0 for a new model
 * @param reason why, 1–500 characters
 */
public record ModelDraft(ModelId id, String content, int base, String reason) {}
