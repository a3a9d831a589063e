package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A lead takes a confirmed link back. An issue that was closed because of it was never solved, so
 * it goes back to work: at 处理问题 where somebody handled it, from the beginning where nobody did. The
 * time it stood closed is waiting, as for an approval: both due times shift by it.
 */
@Service
@Transactional
public class Unlinking {

    private static final String WAITING = OpenPause.Kind.APPROVAL.name();

    private final IssuesInHand issues;
    private final IssueLog events;
    private final IssueLinks links;
    private final IssueLeads leads;
    private final ReopeningProcess reopening;
    private final IssueProcess process;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Unlinking(
            IssuesInHand issues,
            IssueLog events,
            IssueLinks links,
            IssueLeads leads,
            ReopeningProcess reopening,
            IssueProcess process,
            WorkingCalendar calendar,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.links = links;
        this.leads = leads;
        this.reopening = reopening;
        this.process = process;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Whether the person may, for whatever this issue is linked to. */
    @Transactional(readOnly = true)
    public boolean mayTakeBack(Issue issue, UserId user) {
        return leads.of(issue).contains(user);
    }

    /** The issue this one was closed as a duplicate of; empty when it was not. */
    @Transactional(readOnly = true)
    public Optional<IssueNo> closedFor(Issue issue) {
        return closing(issue).isEmpty()
                ? Optional.empty()
                : links.of(issue.no()).stream()
                        .filter(link -> link.outgoing() && isDuplicate(link))
                        .map(link -> link.other().no())
                        .reduce((earlier, later) -> later);
    }

    /**
     * Takes it back.
     *
     * @throws Refused when the person is no lead of it, gives no reason, or the link is gone
     */
    public void takeBack(IssueNo issueNo, IssueNo other, UserId by, String reason) {
        var issue = issues.get(issueNo);
        if (!mayTakeBack(issue, by)) {
            throw new Refused("只有负责人可以取消关联");
        }
        if (reason.isBlank()) {
            throw new Refused("请写明取消关联的原因");
        }
        if (links.of(issueNo).stream()
                .noneMatch(link -> link.outgoing() && link.other().no().equals(other))) {
            throw new Refused("没有与 %s 的关联，可能已经取消".formatted(other));
        }
        var closed = closedFor(issue).filter(other::equals).flatMap(is -> closing(issue));
        issues.save(issue);
        append(
                issue,
                IssueEventType.UNLINKED,
                by,
                Map.of("to", other.value(), "reason", reason.strip()));
        closed.ifPresent(at -> bringBack(issue, at, by, "不是重复：" + reason.strip()));
    }

    private void bringBack(Issue issue, Instant closedAt, UserId by, String reason) {
        if (issue.handler().isEmpty()) {
            issue.startOver();
            issues.save(issue);
            append(issue, IssueEventType.REOPENED, by, Map.of("reason", reason));
            process.start(issue);
            return;
        }
        var stood = standingStill(issue, closedAt);
        var due = calendar.addWork(issue.dueAt().orElse(clock.instant()), stood);
        var personalDue = calendar.addWork(issue.personalDueAt().orElse(due), stood);
        issue.comeBack(due, personalDue);
        issues.save(issue);
        events.append(
                issue,
                IssueEventType.PAUSED,
                by,
                closedAt,
                Map.of("kind", WAITING, "approvedByLead", true, "reason", "因重复而关闭期间不计时"));
        var times =
                Map.<String, Object>of(
                        "dueAt", due.toString(), "personalDueAt", personalDue.toString());
        append(issue, IssueEventType.RESUMED, by, with(times, "kind", WAITING));
        append(
                issue,
                IssueEventType.REOPENED,
                by,
                with(with(times, "reason", reason), "afterClosing", true));
        reopening.resume(issue);
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

    /** When it was closed as a duplicate; empty when it is open, or was closed otherwise. */
    private Optional<Instant> closing(Issue issue) {
        return issue.status() != IssueStatus.CLOSED
                ? Optional.empty()
                : events.of(issue.no()).stream()
                        .map(RecordedEvent::event)
                        .filter(event -> event.type() == IssueEventType.CLOSED)
                        .reduce((earlier, later) -> later)
                        .filter(event -> event.text("outcome").equals(Optional.of("DUPLICATE")))
                        .map(IssueEvent::occurredAt);
    }

    private void append(Issue issue, IssueEventType type, UserId by, Map<String, Object> payload) {
        events.append(issue, type, by, clock.instant(), payload);
    }

    private static Map<String, Object> with(Map<String, Object> some, String key, Object value) {
        var all = new HashMap<>(some);
        all.put(key, value);
        return all;
    }

    private static boolean isDuplicate(IssueLinks.Link link) {
        return link.kind() == LinkKind.DUPLICATE_REPORT;
    }
}
