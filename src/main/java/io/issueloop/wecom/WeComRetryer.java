package io.issueloop.wecom;

import feign.RetryableException;
import feign.Retryer;

/**
 * What is repeated at once: a dead token exactly once, -1 up to three tries in a row. Everything
 * else is left to the outbox's patience (trust.md §1).
 */
final class WeComRetryer implements Retryer {

    private static final int BUSY_TRIES = 3;
    private static final long BUSY_PAUSE_MILLIS = 200;

    private boolean refreshed;
    private int busy;

    @Override
    public void continueOrPropagate(RetryableException problem) {
        var cause = problem.getCause();
        if (cause instanceof WeComUnavailable.AccessTokenExpired && !refreshed) {
            refreshed = true;
            return;
        }
        if (cause instanceof WeComUnavailable.SystemBusy && ++busy < BUSY_TRIES) {
            pause();
            return;
        }
        throw problem;
    }

    private void pause() {
        try {
            Thread.sleep(BUSY_PAUSE_MILLIS * busy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public Retryer clone() {
        return new WeComRetryer();
    }
}
