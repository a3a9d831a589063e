package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an issue to a member, first time and later; called by the process in its own transaction.
 */
@Service
@Transactional
public class IssueAssignment {

    private static final Logger log = LoggerFactory.getLogger(IssueAssignment.class);
    private static final Duration LEAST_AFTER_HAND_OVER = Duration.ofHours(4);

    private final IssuesInHand issues;
    private final IssueLog events;
    private final HandlerChoice choice;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    IssueAssignment(
            IssuesInHand issues,
            IssueLog events,
            HandlerChoice choice,
            Directory directory,
            WorkingCalendar calendar,
            Clock clock,
            ApplicationEventPublisher publisher) {
        this.issues = issues;
        this.events = events;
        this.choice = choice;
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** Picks the first handler by team and open load. */
    public UserId assignFirst(IssueNo issueNo, Routing routing) {
        var issue = issues.get(issueNo);
        var chosen = choice.choose(issue, routing, Set.of());
        return assign(
                issue, chosen.handler(), chosen.team(), chosen.reason(), "FIRST", UserId.SYSTEM);
    }

    /** The handler says it is not theirs; the next one is picked by {@link #reassign}. */
    public void refuse(IssueNo issueNo, UserId by, String reason) {
        if (reason.isBlank()) {
            throw new Refused("请写明退回误派的原因");
        }
        var issue = issues.get(issueNo);
        issue.refuse(by);
        issues.save(issue);
        events.append(
                issue,
                IssueEventType.REFUSED,
                by,
                clock.instant(),
                Map.of("reason", reason.strip()));
    }

    /**
     * Picks another handler after a refusal; whoever refused this issue before is not asked again.
     * After a hand-over the one who was named has it already.
     */
    public UserId reassign(IssueNo issueNo, Routing routing) {
        var issue = issues.get(issueNo);
        var history = events.of(issueNo);
        if (history.get(history.size() - 1).event().type() == IssueEventType.ASSIGNED) {
            return issue.handler().orElseThrow();
        }
        var refusedBy =
                history.stream()
                        .map(RecordedEvent::event)
                        .filter(event -> event.type() == IssueEventType.REFUSED)
                        .map(IssueEvent::actor)
                        .collect(Collectors.toSet());
        var chosen = choice.choose(issue, routing, refusedBy);
        return assign(
                issue,
                chosen.handler(),
                chosen.team(),
                "退回后改派：" + chosen.reason(),
                "REFUSED",
                UserId.SYSTEM);
    }

    /**
     * After a reopening: another member of the team where the handler is not there any more.
     *
     * @return empty where the handler goes on
     */
    public Optional<UserId> reassignReopened(IssueNo issueNo, Routing routing) {
        var issue = issues.get(issueNo);
        var handler = issue.handler().orElseThrow();
        if (directory.member(handler).isPresent()) {
            return Optional.empty();
        }
        var chosen = choice.choose(issue, routing, Set.of(handler));
        var reason = "原处理人%s已不在，重开后改派：%s".formatted(directory.name(handler), chosen.reason());
        return Optional.of(
                assign(issue, chosen.handler(), chosen.team(), reason, "REOPENED", UserId.SYSTEM));
    }

    /**
     * Hands the issue over to a colleague.
     *
     * @param to a userid or a name that only one member has
     * @throws Refused when nobody or several are meant
     */
    public UserId handOver(IssueNo issueNo, UserId by, String to, String note) {
        var issue = issues.get(issueNo);
        issue.requireHandOver(by);
        var target =
                directory
                        .called(to.strip())
                        .orElseThrow(
                                () -> new Refused("找不到成员“%s”，请填写唯一的姓名或账号".formatted(to.strip())));
        if (target.userId().equals(by)) {
            throw new Refused("不能转交给自己");
        }
        var reason =
                "%s转交%s".formatted(directory.name(by), note.isBlank() ? "" : "：" + note.strip());
        return assign(issue, target.userId(), target.team(), reason, "TRANSFER", by);
    }

    /** 派发待办: whoever shows the issue to its handler hears of it now. */
    public void dispatch(IssueNo issueNo) {
        publisher.publishEvent(new IssueDispatched(issues.get(issueNo)));
    }

    /**
     * Who sorts an issue the table could not classify: the lead nearest to it who did not report
     * it.
     */
    public UserId triager(IssueNo issueNo) {
        return choice.triager(issues.get(issueNo));
    }

    private UserId assign(
            Issue issue, UserId handler, TeamId team, String reason, String kind, UserId by) {
        var due = issue.dueAt().orElseThrow();
        var personalDue = "FIRST".equals(kind) ? due : personalDue(issue, due);
        issue.assign(handler, team, personalDue);
        issues.save(issue);
        events.append(
                issue,
                IssueEventType.ASSIGNED,
                by,
                clock.instant(),
                Map.of(
                        "handler", handler.value(),
                        "teamId", team.value(),
                        "dueAt", due.toString(),
                        "personalDueAt", personalDue.toString(),
                        "reason", reason,
                        "kind", kind));
        log.info("issue {} assigned to {} ({})", issue.no(), handler, kind);
        return handler;
    }

    /**
     * max(issue due, hand-over + 50 % of the service level, at least 4 working hours); kpi.md §4
     * P2.
     */
    private Instant personalDue(Issue issue, Instant due) {
        var now = clock.instant();
        return Stream.of(
                        due,
                        calendar.addWork(now, issue.serviceLevel().dividedBy(2)),
                        calendar.addWork(now, LEAST_AFTER_HAND_OVER))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
