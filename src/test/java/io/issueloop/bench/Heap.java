package io.issueloop.bench;

import io.issueloop.support.LiveHeap;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How much of our own memory a piece of work took, garbage not yet collected included. */
final class Heap {

    private static final List<MemoryPoolMXBean> POOLS =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();

    private Heap() {}

    static void forgetPeak() {
        System.gc();
        POOLS.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Each pool's own peak, added up. */
    static String peak() {
        var bytes = POOLS.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return bytes / (1024 * 1024) + " MB";
    }

    /** Bytes a piece of work keeps reachable at most, looked at twice a second. */
    static long mostReachable(Runnable work) {
        var done = CompletableFuture.runAsync(work);
        long most = LiveHeap.left();
        while (!done.isDone()) {
            most = Math.max(most, LiveHeap.left());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
        done.join();
        return most;
    }
}
