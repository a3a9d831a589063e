package io.issueloop.support;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** What of the heap is really in use. */
public final class LiveHeap {

    private LiveHeap() {}

    /** Bytes reachable now: used after a full collection. */
    public static long bytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** Bytes a full collection made now leaves, whatever other threads allocate right after it. */
    public static long left() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
