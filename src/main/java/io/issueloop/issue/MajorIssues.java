package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the approval of a major issue does to the issue. Waiting for it is a pause: due times shift
 * by the working time it took (kpi.md §2, §9).
 */
@Service
@Transactional
public class MajorIssues {

    private static final String APPROVAL = "APPROVAL";

    private final IssuesInHand issues;
    private final IssueLog events;
    private final WorkingCalendar calendar;
    private final Clock clock;

    MajorIssues(IssuesInHand issues, IssueLog events, WorkingCalendar calendar, Clock clock) {
        this.issues = issues;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Stops the clock until {@link #goOn}. */
    public void awaitApproval(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        issue.awaitApproval(clock.instant());
        issues.save(issue);
        record(
                issueNo,
                IssueEventType.PAUSED,
                UserId.SYSTEM,
                Map.of("reason", "等待重大问题审批", "kind", APPROVAL, "approvedByLead", true));
    }

    /** Lets its handler begin; nothing happens where nobody is kept waiting. */
    public void goOn(IssueNo issueNo, UserId by) {
        var issue = issues.get(issueNo);
        if (issue.status() != IssueStatus.AWAITING_APPROVAL) {
            return;
        }
        var since = issue.pausedAt().orElseThrow();
        var heldSince =
                OpenPause.assignedAt(events.of(issueNo)).filter(since::isBefore).orElse(since);
        var due = later(issue, issue.dueAt(), since);
        var personalDue = later(issue, issue.personalDueAt(), heldSince);
        issue.goOn(due, personalDue);
        issues.save(issue);
        record(
                issueNo,
                IssueEventType.RESUMED,
                by,
                Map.of(
                        "kind", APPROVAL,
                        "dueAt", due.toString(),
                        "personalDueAt", personalDue.toString()));
    }

    /**
     * It was not approved: it is an ordinary issue from now on.
     *
     * @param note what the tracking row's 处理说明 says, beginning with ❌
     */
    public void becomesOrdinary(IssueNo issueNo, String note) {
        var issue = issues.get(issueNo);
        issue.judge(false);
        if (!issue.status().isEnd()) {
            issue.note(note);
        }
        issues.save(issue);
    }

    /** Something about its approval; {@link IssueEventType} says what goes with it. */
    public void record(
            IssueNo issueNo, IssueEventType type, UserId by, Map<String, Object> payload) {
        events.append(issues.get(issueNo), type, by, clock.instant(), payload);
    }

    private Instant later(Issue issue, Optional<Instant> due, Instant since) {
        var counted = calendar.of(issue.team());
        return counted.addWork(due.orElseThrow(), counted.workBetween(since, clock.instant()));
    }
}
