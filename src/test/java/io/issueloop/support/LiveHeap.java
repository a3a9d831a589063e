package io.issueloop.support;

import java.lang.management.ManagementFactory;

/** What of the heap is really in use. */
public final class LiveHeap {

    private LiveHeap() {}

    /** Bytes reachable now: used after a full collection. */
    public static long bytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
