package io.issueloop.issue;

import java.util.Arrays;

/**
 * Which team takes an issue: what {@code assign_handler.dmn} answers; people are never in tables
 * (design.md §4).
 */
public enum Routing {
    /** The team that owns the project, else the reporter's own. */
    PROJECT_TEAM("项目所属团队"),
    /** The reporter's own team. */
    REPORTER_TEAM("提报人所在团队");

    private final String label;

    Routing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * @throws IllegalArgumentException when the table answered something else
     */
    public static Routing labelled(String label) {
        return Arrays.stream(values())
                .filter(routing -> routing.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown routing: " + label));
    }
}
