package io.issueloop.issue;

import static io.issueloop.issue.IssueEventType.ASSIGNED;
import static io.issueloop.issue.IssueEventType.SERVICE_LEVEL_SET;
import static io.issueloop.issue.IssueEventType.URGENCY_CHANGED;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gives an issue another urgency, in any state before its resolution: the due time is what the
 * table says from the report on, later by what has shifted it. Its holder keeps at least four
 * working hours, as after a hand-over (kpi.md §4 P2), and starts a new assignment segment. While
 * the clock stands, the rest of the pause shifts both as ever.
 */
@Component
class UrgencyChange {

    /** The kind of ASSIGNED it records. */
    static final String KIND = "URGENCY";

    private final IssuesInHand issues;
    private final IssueLog events;
    private final ServiceLevels levels;
    private final WorkingCalendar calendar;
    private final Clock clock;

    UrgencyChange(
            IssuesInHand issues,
            IssueLog events,
            ServiceLevels levels,
            WorkingCalendar calendar,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.levels = levels;
        this.calendar = calendar;
        this.clock = clock;
    }

    void carryOut(Proposal agreed, UserId lead) {
        var issue = issues.get(agreed.issueNo());
        var urgency = agreed.urgency().orElseThrow();
        if (issue.status().isEnd() || issue.status() == IssueStatus.RESOLVED) {
            throw new Refused("该问题已解决或结束，不再调整紧急程度");
        }
        var words = Map.<String, Object>of("from", issue.urgency().label(), "to", urgency.label());
        if (issue.dueAt().isEmpty()) {
            issue.press(urgency); // the table is still to be asked
            issues.save(issue);
            record(issue, URGENCY_CHANGED, lead, words);
        } else {
            promiseAnew(issue, urgency, lead, words);
        }
    }

    private void promiseAnew(Issue issue, Urgency urgency, UserId lead, Map<String, Object> words) {
        var now = clock.instant();
        var level = levels.of(issue, urgency);
        var replay = DueTimes.replay(events.of(issue.no()), calendar);
        replay.promise(level, now);
        var promised = replay.times().orElseThrow();
        if (issue.handler().isPresent()) {
            replay.assign(KIND, issue.team(), now);
        }
        var times = replay.times().orElseThrow();
        issue.press(urgency, level, times.due(), times.personalDue());
        issues.save(issue);
        record(issue, URGENCY_CHANGED, lead, words);
        record(issue, SERVICE_LEVEL_SET, lead, promise(level, promised.base()));
        issue.handler().ifPresent(holder -> newSegment(issue, holder, lead, promised.base()));
    }

    private static Map<String, Object> promise(Duration level, Instant due) {
        return Map.of("minutes", level.toMinutes(), "dueAt", due.toString());
    }

    private void newSegment(Issue issue, UserId holder, UserId lead, Instant due) {
        record(
                issue,
                ASSIGNED,
                lead,
                Map.of(
                        "handler", holder.value(),
                        "teamId", issue.team().orElseThrow().value(),
                        "dueAt", due.toString(),
                        "personalDueAt", issue.personalDueAt().orElseThrow().toString(),
                        "reason", "紧急程度调整为" + issue.urgency().label(),
                        "kind", KIND));
    }

    private void record(Issue issue, IssueEventType type, UserId by, Map<String, Object> payload) {
        events.append(issue, type, by, clock.instant(), payload);
    }
}
