package io.issueloop.issue.imports;

/**
 * Whether an imported issue is just entering its process in this thread: its people hear of all of
 * them in one message afterwards, not of each (design.md §3 Import files).
 */
public final class Arriving {

    private static final ThreadLocal<Boolean> UNDER_WAY = ThreadLocal.withInitial(() -> false);

    private Arriving() {}

    static void during(Runnable work) {
        UNDER_WAY.set(true);
        try {
            work.run();
        } finally {
            UNDER_WAY.remove();
        }
    }

    public static boolean isUnderWay() {
        return UNDER_WAY.get();
    }
}
