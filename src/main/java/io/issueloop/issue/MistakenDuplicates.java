package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Brings back what was closed as a duplicate and was none: at 处理问题 where somebody handled it, from
 * the beginning where nobody did. The time it stood closed is waiting, as for an approval: both due
 * times shift by it.
 */
@Component
class MistakenDuplicates {

    private static final String WAITING = OpenPause.Kind.APPROVAL.name();

    private final IssuesInHand issues;
    private final IssueLog events;
    private final ReopeningProcess reopening;
    private final IssueProcess process;
    private final WorkingCalendar calendar;
    private final Clock clock;

    MistakenDuplicates(
            IssuesInHand issues,
            IssueLog events,
            ReopeningProcess reopening,
            IssueProcess process,
            WorkingCalendar calendar,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.reopening = reopening;
        this.process = process;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** When it was closed as a duplicate; empty when it is open, or was closed otherwise. */
    Optional<Instant> closedAt(Issue issue) {
        return issue.status() != IssueStatus.CLOSED
                ? Optional.empty()
                : events.of(issue.no()).stream()
                        .map(RecordedEvent::event)
                        .filter(event -> event.type() == IssueEventType.CLOSED)
                        .reduce((earlier, later) -> later)
                        .filter(event -> event.text("outcome").equals(Optional.of("DUPLICATE")))
                        .map(IssueEvent::occurredAt);
    }

    /**
     * @param why payload of the REOPENED event
     */
    void bringBack(Issue issue, Instant closedAt, UserId by, Map<String, Object> why) {
        if (issue.handler().isEmpty()) {
            issue.startOver();
            issues.save(issue);
            append(issue, IssueEventType.REOPENED, by, why);
            process.start(issue);
            return;
        }
        var stood = standingStill(issue, closedAt);
        var due = calendar.addWork(issue.dueAt().orElse(clock.instant()), stood);
        var personalDue = calendar.addWork(issue.personalDueAt().orElse(due), stood);
        issue.comeBack(due, personalDue);
        issues.save(issue);
        record(issue, closedAt, by, why);
        reopening.resume(issue);
    }

    private void record(Issue issue, Instant closedAt, UserId by, Map<String, Object> why) {
        var reason = "因重复而关闭期间不计时";
        var pause = Map.<String, Object>of("kind", WAITING, "approvedByLead", true);
        events.append(
                issue, IssueEventType.PAUSED, by, closedAt, with(pause, Map.of("reason", reason)));
        var times =
                Map.<String, Object>of(
                        "dueAt", issue.dueAt().orElseThrow().toString(),
                        "personalDueAt", issue.personalDueAt().orElseThrow().toString());
        append(issue, IssueEventType.RESUMED, by, with(times, Map.of("kind", WAITING)));
        var again = with(times, Map.of("afterClosing", true));
        append(issue, IssueEventType.REOPENED, by, with(again, why));
    }

    /** Since it was closed; a pause that lasted then had not shifted anything yet. */
    private Duration standingStill(Issue issue, Instant closedAt) {
        var before =
                events.of(issue.no()).stream()
                        .filter(one -> one.event().type() != IssueEventType.CLOSED)
                        .toList();
        var paused =
                OpenPause.in(before)
                        .map(open -> open.counted(calendar.workBetween(open.since(), closedAt)));
        return paused.orElse(Duration.ZERO).plus(calendar.workBetween(closedAt, clock.instant()));
    }

    private void append(Issue issue, IssueEventType type, UserId by, Map<String, Object> payload) {
        events.append(issue, type, by, clock.instant(), payload);
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
