package io.issueloop.delivery;

/** What became of an effect when its turn came. */
public enum Outcome {
    DELIVERED,
    /** A person is to do it. */
    BY_HAND,
    /** It is left out, or there is no point in it any more. */
    SKIPPED
}
