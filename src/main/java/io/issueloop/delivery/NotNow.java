package io.issueloop.delivery;

import java.time.Duration;

/**
 * An effect has to wait for its turn: nothing was done and nothing is wrong. It is tried again
 * after the wait, which costs none of its tries (trust.md §1 "45009 pause", "Limits kept by us").
 */
public abstract class NotNow extends RuntimeException {

    private final Duration retryAfter;

    protected NotNow(String reason, Duration retryAfter) {
        super(reason, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** Whether it is meant to come later, however late, rather than crowded out. */
    public boolean isPlanned() {
        return false;
    }

    /** How long to wait at least. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
