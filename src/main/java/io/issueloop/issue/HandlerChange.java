package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives an issue to a member and writes down why; one row of ASSIGNED for each. */
@Component
class HandlerChange {

    static final String FIRST = "FIRST";

    private static final Logger log = LoggerFactory.getLogger(HandlerChange.class);
    private static final Duration LEAST_AFTER_HAND_OVER = Duration.ofHours(4);

    private final IssuesInHand issues;
    private final IssueLog events;
    private final WorkingCalendar calendar;
    private final Clock clock;

    HandlerChange(IssuesInHand issues, IssueLog events, WorkingCalendar calendar, Clock clock) {
        this.issues = issues;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param kind FIRST, REFUSED, TRANSFER or REASSIGNED, see {@link IssueEventType#ASSIGNED}
     * @param more what else the event carries
     */
    UserId give(
            Issue issue,
            HandlerChoice.Chosen to,
            String kind,
            UserId by,
            Map<String, Object> more) {
        var counted = calendar.of(to.team());
        if (FIRST.equals(kind)) {
            promiseBy(counted, issue);
        }
        var due = issue.dueAt().orElseThrow();
        var personalDue = FIRST.equals(kind) ? due : personalDue(issue, due, counted);
        issue.assign(to.handler(), to.team(), personalDue);
        issues.save(issue);
        var payload = new HashMap<>(more);
        payload.putAll(
                Map.of(
                        "handler", to.handler().value(),
                        "teamId", to.team().value(),
                        "dueAt", due.toString(),
                        "personalDueAt", personalDue.toString(),
                        "reason", to.reason(),
                        "kind", kind));
        if (!to.numbers().isEmpty()) {
            payload.put("numbers", to.numbers());
        }
        events.append(issue, IssueEventType.ASSIGNED, by, clock.instant(), payload);
        log.info("issue {} assigned to {} ({})", issue.no(), to.handler(), kind);
        return to.handler();
    }

    /** The promise was made before anybody held it; a team's own calendar makes it another one. */
    private void promiseBy(WorkingCalendar counted, Issue issue) {
        var level = issue.serviceLevel();
        var due = counted.addWork(issue.reportedAt(), level);
        if (issue.dueAt().filter(due::equals).isPresent()) {
            return;
        }
        issue.promise(level, due);
        events.append(
                issue,
                IssueEventType.SERVICE_LEVEL_SET,
                UserId.SYSTEM,
                clock.instant(),
                Map.of(
                        "minutes", level.toMinutes(),
                        "dueAt", due.toString(),
                        "reason", "按处理团队自己的工作日历"));
    }

    /**
     * max(issue due, hand-over + 50 % of the service level, at least 4 working hours); kpi.md §4
     * P2. Of a pause that lasts, the time so far is given as well.
     */
    private Instant personalDue(Issue issue, Instant due, WorkingCalendar counted) {
        var now = clock.instant();
        var pause =
                issue.pausedAt().isEmpty()
                        ? Optional.<OpenPause>empty()
                        : OpenPause.in(events.of(issue.no()));
        var waited = pause.map(open -> open.counted(counted, now)).orElse(Duration.ZERO);
        return Stream.of(
                        counted.addWork(due, waited),
                        counted.addWork(now, issue.serviceLevel().dividedBy(2)),
                        counted.addWork(now, LEAST_AFTER_HAND_OVER))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
