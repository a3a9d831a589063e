package io.issueloop.issue;

import java.util.ArrayList;
import java.util.List;

/**
 * What the handler wrote; parts may be empty when the issue was resolved on the card (design.md
 * §3).
 */
public record Solution(String cause, String measures, String verification) {

    public static final Solution NOT_WRITTEN = new Solution("", "", "");

    public boolean isWritten() {
        return !measures.isBlank();
    }

    /** What is still to be written, as people call it: 原因, 方案, 验证. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (cause.isBlank()) {
            missing.add("原因");
        }
        if (measures.isBlank()) {
            missing.add("方案");
        }
        if (verification.isBlank()) {
            missing.add("验证");
        }
        return missing;
    }

    public boolean isComplete() {
        return missing().isEmpty();
    }

    /** The other one, and this one where the other says nothing. */
    Solution filledFrom(Solution other) {
        return new Solution(
                other.cause.isBlank() ? cause : other.cause.strip(),
                other.measures.isBlank() ? measures : other.measures.strip(),
                other.verification.isBlank() ? verification : other.verification.strip());
    }
}
