package io.issueloop.model;

/**
 * A model as it is now.
 *
 * @param running instances on all versions
 * @param behind instances on versions before the latest
 * @param shippedDiffers whether the product's file says something else than the latest version
 */
public record ModelState(
        ModelId id, ModelVersion latest, long running, long behind, boolean shippedDiffers) {}
