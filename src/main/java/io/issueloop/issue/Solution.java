package io.issueloop.issue;

/**
 * What the handler wrote; parts may be empty when the issue was resolved on the card (design.md
 * §3).
 */
public record Solution(String cause, String measures, String verification) {

    public static final Solution NOT_WRITTEN = new Solution("", "", "");

    public boolean isWritten() {
        return !measures.isBlank();
    }
}
