package io.issueloop.issue.imports;

import org.springframework.stereotype.Component;

/**
 * Whether an imported issue is just entering its process in this thread: its people hear of all of
 * them in one message afterwards, not of each (design.md §3 Import files).
 */
@Component
public class Arriving {

    private final ThreadLocal<Boolean> underWay = ThreadLocal.withInitial(() -> false);

    void during(Runnable work) {
        underWay.set(true);
        try {
            work.run();
        } finally {
            underWay.remove();
        }
    }

    public boolean isUnderWay() {
        return underWay.get();
    }
}
