package io.issueloop.issue;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where an issue stands; the labels are the options of the tracking table's 状态 field (design.md
 * §3).
 */
public enum IssueStatus {
    REPORTED("已提报"),
    TRIAGE("待分诊"),
    AWAITING_APPROVAL("待审批"),
    ASSIGNED("待接单"),
    HANDLING("处理中"),
    PAUSED("已暂停"),
    RESOLVED("待评估"),
    CLOSED("已关闭"),
    CANCELLED("已撤销"),
    INVALID("无效");

    private final String label;

    IssueStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether nothing more will happen by itself. */
    public boolean isEnd() {
        return this == CLOSED || this == CANCELLED || this == INVALID;
    }

    /** The status people call by this word; empty when nobody does. */
    public static Optional<IssueStatus> labelled(String label) {
        return Arrays.stream(values()).filter(status -> status.label.equals(label)).findFirst();
    }
}
