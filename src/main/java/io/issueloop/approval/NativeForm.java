package io.issueloop.approval;

import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.List;

/**
 * A form of WeCom's own approval as it is now.
 *
 * @param number WeCom's {@code sp_no}
 * @param opinions in the order they were given
 */
public record NativeForm(String number, Status status, List<Said> opinions) {

    /** Where the form stands. */
    public enum Status {
        RUNNING,
        APPROVED,
        REJECTED,
        REVOKED,
        REVOKED_AFTER_APPROVAL,
        DELETED
    }

    boolean isApproved() {
        return status == Status.APPROVED || status == Status.REVOKED_AFTER_APPROVAL;
    }

    /**
     * What it means for the issue.
     *
     * @throws IllegalStateException while it is running
     */
    ApprovalState result() {
        return switch (status) {
            case RUNNING -> throw new IllegalStateException("form " + number + " is running");
            case APPROVED, REVOKED_AFTER_APPROVAL -> ApprovalState.APPROVED;
            case REJECTED -> ApprovalState.REJECTED;
            case REVOKED -> ApprovalState.REVOKED;
            case DELETED -> ApprovalState.DELETED;
        };
    }

    /**
     * @param step which step of the form's flow, counted from 0
     */
    public record Said(int step, UserId by, Opinion.Kind kind, String comment, Instant at) {}
}
