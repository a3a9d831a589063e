package io.issueloop.issue;

import java.util.Arrays;

/**
 * How the member of a team is picked: what the decision {@code assign_strategy} answers. A worth is
 * how many open issues more somebody may have and still be picked for it: load stays fair.
 */
public enum Strategy {
    BALANCED("均衡", 1, 1),
    SKILLED("专长优先", 3, 1),
    EXPERIENCED("熟手优先", 1, 3);

    private final String label;
    private final int skillWorth;
    private final int experienceWorth;

    Strategy(String label, int skillWorth, int experienceWorth) {
        this.label = label;
        this.skillWorth = skillWorth;
        this.experienceWorth = experienceWorth;
    }

    /** The word of the table; unknown words count as balanced, so that work goes on. */
    public static Strategy labelled(String label) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.label.equals(label))
                .findFirst()
                .orElse(BALANCED);
    }

    public String label() {
        return label;
    }

    int skillWorth() {
        return skillWorth;
    }

    int experienceWorth() {
        return experienceWorth;
    }
}
