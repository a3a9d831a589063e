package io.issueloop.issue;

import java.util.Arrays;

/** How far the service level of an issue is used when people are reminded (design.md §4). */
public enum ReminderStage {
    REMIND("提醒", 50),
    URGE("催办", 80),
    ESCALATE("升级", 100);

    private final String label;
    private final int usedPercent;

    ReminderStage(String label, int usedPercent) {
        this.label = label;
        this.usedPercent = usedPercent;
    }

    /** The word in the table {@code decide_reminders}. */
    public String label() {
        return label;
    }

    /** Of the service level's working time. */
    public int usedPercent() {
        return usedPercent;
    }

    /**
     * @throws IllegalArgumentException when the table knows a stage we do not
     */
    public static ReminderStage labelled(String label) {
        return Arrays.stream(values())
                .filter(stage -> stage.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such stage: " + label));
    }
}
