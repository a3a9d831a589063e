package io.issueloop.sandbox.callback;

import io.issueloop.sandbox.api.Input;
import java.util.List;

/** Faults ordered for the next callbacks: duplicate, lose, reorder, delay (value milliseconds). */
public final class CallbackFaults {

    private String kind = "";
    private int times;
    private long delayMs;

    public synchronized void order(Input order) {
        kind = order.oneOf("kind", "", List.of("duplicate", "lose", "reorder", "delay"));
        times = (int) order.between("times", 1, 1, 1_000_000);
        delayMs = order.between("value", 1000, 0, 3_600_000);
    }

    public synchronized void clear() {
        times = 0;
    }

    synchronized String take() {
        if (times == 0) {
            return "";
        }
        times--;
        return kind;
    }

    synchronized long lastDelay() {
        return delayMs;
    }
}
