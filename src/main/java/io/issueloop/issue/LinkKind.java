package io.issueloop.issue;

/** How two issues are related, once a lead confirmed it (kpi.md §3 T3). */
public enum LinkKind {
    /** The same thing reported again while it was known. */
    DUPLICATE_REPORT("重复提报"),
    /** It was solved and came back. */
    RECURRENCE("复发");

    private final String label;

    LinkKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
