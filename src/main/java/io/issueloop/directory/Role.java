package io.issueloop.directory;

/** What a person may do beyond being a member (design.md §3 Organisation). */
public enum Role {
    MEMBER("成员"),
    /** Where anybody has it, only those who have it handle issues. */
    HANDLER("处理人"),
    LEAD("负责人"),
    CTO("CTO"),
    KPI_ADMIN("KPI 管理员"),
    PROCESS_ADMIN("流程管理员");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /**
     * The word people read; for handlers and the two administrators it is also the name of the
     * WeCom tag.
     */
    public String label() {
        return label;
    }
}
