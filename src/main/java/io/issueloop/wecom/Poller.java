package io.issueloop.wecom;

import java.time.Duration;
import java.time.Instant;

/**
 * Looks for what callbacks may not have told: they are not guaranteed (page 90238). Every bean of
 * this type is asked at its interval, by one node at a time; its failure stops no other.
 */
interface Poller {

    /** The key of its watermark, its lease and its line in {@code wecom_poll}; never changes. */
    String kind();

    /** What people call it: 表格行. */
    String label();

    /** How long it may rest. */
    default Duration interval(Duration usual) {
        return usual;
    }

    /** Whether there is anything to look at: not before set-up, not while it is switched off. */
    default boolean isReady() {
        return true;
    }

    /**
     * Looks at everything that is newer than the watermark and hands it on by the way of the
     * callbacks. What it hands on twice must do no harm.
     *
     * @param since the watermark, in WeCom's time; 1970 at first
     * @return the next watermark
     * @throws RuntimeException when it could not look, or not at everything: the watermark stays
     */
    Instant poll(Instant since);
}
