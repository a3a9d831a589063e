package io.issueloop.notification;

/** Why somebody is asked for a decision about a major issue, in the order it may happen. */
enum ApprovalAsk {
    /** Those before have agreed. */
    NEXT("轮到您审批重大问题"),
    MANUAL("请审批重大问题"),
    REMINDER("提醒审批重大问题"),
    SUBSTITUTE("请代为审批重大问题"),
    ESCALATION("重大问题审批升级");

    private static final int A_ROUND = 10;

    private final String label;

    ApprovalAsk(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * Grows from request to request of one approval.
     *
     * @param opinions how many had been given before
     */
    int turn(int opinions) {
        return A_ROUND * opinions + ordinal();
    }

    static ApprovalAsk of(int turn) {
        return values()[turn % A_ROUND];
    }
}
