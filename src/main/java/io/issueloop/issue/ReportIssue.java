package io.issueloop.issue;

import io.issueloop.shared.UserId;

/**
 * A report as a person makes it, already known to be well-formed where it comes from {@link
 * IntakeRules}.
 *
 * @param description 1–2,000 characters
 * @param source where it came from: SHEET, REST, PAGE, TASKLIST, IMPORT
 */
public record ReportIssue(
        UserId reporter,
        String description,
        Urgency urgency,
        String project,
        boolean major,
        String source) {}
