package io.issueloop.issue;

import java.util.Arrays;
import java.util.Optional;

/** How urgent the reporter says it is; there is no severity besides (design.md §3). */
public enum Urgency {
    URGENT("紧急"),
    HIGH("高"),
    MEDIUM("中"),
    LOW("低");

    private final String label;

    Urgency(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The urgency people call by this word; empty when nobody does. */
    public static Optional<Urgency> labelled(String label) {
        return Arrays.stream(values()).filter(urgency -> urgency.label.equals(label)).findFirst();
    }
}
