package io.issueloop.issue.imports;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One way through a file.
 *
 * @param requestedAt UTC
 * @param totalRows rows with anything in them; 0 until they were counted
 * @param lastLine how far it got, as the file counts lines
 * @param heldUntil until when a node is known to work on it, UTC; nobody does where this is over
 * @param takenOver how often somebody went on where another had died or stopped
 * @param ignored what the file calls columns that nobody reads
 * @param message why it failed, Chinese
 */
public record ImportRun(
        long id,
        File file,
        Options options,
        State state,
        UserId startedBy,
        Instant requestedAt,
        Optional<Instant> finishedAt,
        int totalRows,
        int lastLine,
        Instant heldUntil,
        int takenOver,
        Counts counts,
        List<String> ignored,
        Optional<String> message) {

    /** Waiting for a node, under way, over, or given up with a message. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param size bytes
     */
    public record File(long id, String name, long size) {}

    /**
     * Rows so far.
     *
     * @param unchanged imported before, nothing new in them
     * @param opened of the added ones, how many somebody still has to work on
     */
    public record Counts(int added, int changed, int unchanged, int refused, int opened) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(
                    added + more.added,
                    changed + more.changed,
                    unchanged + more.unchanged,
                    refused + more.refused,
                    opened + more.opened);
        }

        /** All rows it got through. */
        public int rows() {
            return added + changed + unchanged + refused;
        }
    }

    /** Begun and not over, and nobody is known to work on it: its node died or was stopped. */
    public boolean isInterrupted(Instant now) {
        return state == State.RUNNING && !heldUntil.isAfter(now);
    }

    /** Whether it stopped for a reason of ours before it was through. */
    public boolean isResumable() {
        return state == State.FAILED && totalRows > 0;
    }

    public boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }
}
