package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a closed issue back within 14 days of its resolution: a new process at 处理问题 with the same
 * business key; due times shift by the time it stood resolved, four working hours remain (design.md
 * §3, kpi.md §1). Later it is a new issue, linked as a recurrence.
 */
@Service
@Transactional
public class Reopenings {

    private static final Duration WITHIN = Duration.ofDays(14);
    private static final Duration LEAST = Duration.ofHours(4);

    private final IssuesInHand issues;
    private final IssueLog events;
    private final ReopeningProcess process;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Reopenings(
            IssuesInHand issues,
            IssueLog events,
            ReopeningProcess process,
            WorkingCalendar calendar,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.process = process;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Until when its reporter may bring it back; empty where there was no resolution. */
    public Optional<Instant> until(Issue issue) {
        return issue.status() == IssueStatus.CLOSED
                ? issue.resolvedAt().map(at -> at.plus(WITHIN))
                : Optional.empty();
    }

    /** 重新打开 by the reporter. */
    public void reopen(IssueNo issueNo, UserId by, String reason) {
        var issue = issues.get(issueNo);
        if (!by.equals(issue.reporter())) {
            throw new Refused("只有提报人可以重新打开问题");
        }
        if (reason.isBlank()) {
            throw new Refused("请说明哪里又出现了问题，处理人会据此继续处理");
        }
        if (issue.status() != IssueStatus.CLOSED) {
            throw new Refused("只有已关闭的问题才能重新打开，当前为" + issue.status().label());
        }
        var now = clock.instant();
        var resolvedAt =
                issue.resolvedAt().orElseThrow(() -> new Refused("该问题未经解决即关闭，不能重新打开；如仍需处理，请提报新问题"));
        if (now.isAfter(resolvedAt.plus(WITHIN))) {
            throw new Refused("解决已超过 14 天，不能重新打开；请提报新问题并注明是复发");
        }
        bringBack(issue, calendar.of(issue.team()).workBetween(resolvedAt, now));
        events.append(
                issue,
                IssueEventType.REOPENED,
                by,
                now,
                Map.of(
                        "reason", reason.strip(),
                        "afterClosing", true,
                        "dueAt", issue.dueAt().orElseThrow().toString(),
                        "personalDueAt", issue.personalDueAt().orElseThrow().toString()));
        process.resume(issue);
    }

    private void bringBack(Issue issue, Duration stood) {
        var counted = calendar.of(issue.team());
        var least = counted.addWork(clock.instant(), LEAST);
        issue.comeBack(
                latest(counted.addWork(issue.dueAt().orElseThrow(), stood), least),
                latest(counted.addWork(issue.personalDueAt().orElseThrow(), stood), least));
        issues.save(issue);
    }

    private static Instant latest(Instant shifted, Instant least) {
        return shifted.isAfter(least) ? shifted : least;
    }
}
