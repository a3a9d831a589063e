package io.issueloop.collaboration.weekly;

import io.issueloop.issue.IssueNo;
import io.issueloop.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * How an issue stood at the end of a report's span.
 *
 * @param solved within the span, and not reopened in it
 * @param overdue open past its handler's due time, and not paused
 * @param dueNext open and due within the seven days after
 * @param stars what its reporter gave within the span
 */
public record WeeklyLine(
        IssueNo issueNo,
        String title,
        UserId handler,
        boolean open,
        boolean solved,
        boolean overdue,
        boolean dueNext,
        Optional<Instant> dueAt,
        Optional<Integer> stars) {}
