package io.issueloop.approval;

import java.util.Arrays;

/** How many of the approvers have to agree; the labels are the words of the decision table. */
public enum ApprovalRule {
    /** One is enough. */
    ANY("或签"),
    /** Everybody, in any order. */
    ALL("会签"),
    /** Everybody, one after the other. */
    SEQUENTIAL("依次");

    private final String label;

    ApprovalRule(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * @throws IllegalArgumentException when the table answered something else
     */
    public static ApprovalRule labelled(String label) {
        return Arrays.stream(values())
                .filter(rule -> rule.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown rule: " + label));
    }
}
