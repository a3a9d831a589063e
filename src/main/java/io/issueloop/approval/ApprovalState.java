package io.issueloop.approval;

/** Where an approval stands; all but {@link #WAITING} are final. */
public enum ApprovalState {
    WAITING("审批中"),
    APPROVED("已同意"),
    REJECTED("已驳回"),
    REVOKED("已撤销"),
    DELETED("审批单已删除"),
    /** Nobody is there to ask, or approvals are switched off. */
    NOT_NEEDED("未经审批"),
    /** The issue ended before. */
    CANCELLED("问题已结束");

    private final String label;

    ApprovalState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the issue goes on as an ordinary one (design.md §3 Major). */
    public boolean isDeclined() {
        return this == REJECTED || this == REVOKED || this == DELETED;
    }
}
