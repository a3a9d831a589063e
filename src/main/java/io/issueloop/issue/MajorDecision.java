package io.issueloop.issue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether {@code decide_service_level.dmn} found a major issue, and what it found (design.md §3
 * Major).
 *
 * @param reason the table's own words, e.g. 紧急且命中影响词
 * @param impactWords the words of the table that the description contains
 */
public record MajorDecision(boolean isMajor, String reason, List<String> impactWords) {

    /** Where no table was asked, its reporter's word counts. */
    static MajorDecision asReported(Issue issue) {
        return new MajorDecision(issue.isMajor(), "", List.of());
    }

    /**
     * @param impactWords as the table answers them, joined by 、
     */
    public static MajorDecision of(boolean isMajor, String reason, String impactWords) {
        var words = Arrays.stream(impactWords.split("、")).filter(word -> !word.isBlank()).toList();
        return new MajorDecision(isMajor, reason, words);
    }

    Map<String, Object> evidence() {
        return Map.of("major", isMajor, "majorReason", reason, "impactWords", impactWords);
    }
}
