package io.issueloop.issue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Number and business key of an issue: date of recording in Asia/Shanghai, then at least four
 * digits (design.md §3).
 */
public record IssueNo(String value) {

    private static final Pattern FORMAT = Pattern.compile("ISS-\\d{8}-\\d{4,}");

    /**
     * @throws IllegalArgumentException when the text is not an issue number
     */
    public IssueNo {
        if (!isIssueNo(value)) {
            throw new IllegalArgumentException("not an issue number: " + value);
        }
    }

    /**
     * @throws IllegalArgumentException when the text is not an issue number
     */
    public static IssueNo of(String value) {
        return new IssueNo(value);
    }

    /** Whether the text has the form of an issue number; other business keys exist beside them. */
    public static boolean isIssueNo(String value) {
        return FORMAT.matcher(value).matches();
    }

    static IssueNo of(LocalDate recordedOn, long serial) {
        return new IssueNo(
                "ISS-%s-%04d"
                        .formatted(DateTimeFormatter.BASIC_ISO_DATE.format(recordedOn), serial));
    }

    @Override
    public String toString() {
        return value;
    }
}
