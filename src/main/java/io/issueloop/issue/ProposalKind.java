package io.issueloop.issue;

/** What can be proposed about an issue; the issue's lead confirms each (design.md §3). */
public enum ProposalKind {
    INVALID("无效"),
    DUPLICATE("重复提报"),
    WONT_FIX("不予解决"),
    RECURRENCE("复发"),
    URGENCY("调整紧急程度"),
    SHARES("协作份额");

    private final String label;

    ProposalKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the issue is over once it is confirmed. */
    public boolean endsTheIssue() {
        return this == INVALID || this == DUPLICATE || this == WONT_FIX;
    }

    /** Whether it names another issue. */
    public boolean namesAnother() {
        return this == DUPLICATE || this == RECURRENCE;
    }
}
