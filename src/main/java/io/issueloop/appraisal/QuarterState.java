package io.issueloop.appraisal;

/** Where a quarter stands in its life (kpi.md §5). */
public enum QuarterState {
    /** It runs, or has ended and nobody has begun to close it. */
    OPEN("进行中"),
    /** It has ended, or was opened again: facts still arrive and are checked. */
    CUTOFF("核对中"),
    /** Published; appeals are taken while the window is open. */
    REVIEW("公示中"),
    /** Two people have locked it; its archive is being written. */
    LOCKED("已锁定"),
    /** Locked, and its archive exists. */
    ARCHIVED("已归档");

    private final String label;

    QuarterState(String label) {
        this.label = label;
    }

    /** The word people read. */
    public String label() {
        return label;
    }

    /** Whether its numbers stand and nothing may touch them. */
    public boolean isLocked() {
        return this == LOCKED || this == ARCHIVED;
    }
}
