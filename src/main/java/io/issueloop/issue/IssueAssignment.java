package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an issue to a member, first time and later; called by the process in its own transaction.
 */
@Service
@Transactional
public class IssueAssignment {

    private final IssuesInHand issues;
    private final IssueLog events;
    private final HandlerChoice choice;
    private final HandlerChange change;
    private final RefusalWindow refusals;
    private final Presence presence;
    private final Directory directory;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    IssueAssignment(
            IssuesInHand issues,
            IssueLog events,
            HandlerChoice choice,
            HandlerChange change,
            RefusalWindow refusals,
            Presence presence,
            Directory directory,
            Clock clock,
            ApplicationEventPublisher publisher) {
        this.issues = issues;
        this.events = events;
        this.choice = choice;
        this.change = change;
        this.refusals = refusals;
        this.presence = presence;
        this.directory = directory;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** Picks the first handler, see {@link HandlerChoice}. */
    public UserId assignFirst(IssueNo issueNo, Routing routing) {
        var issue = issues.get(issueNo);
        var chosen = choice.choose(issue, routing, Set.of());
        return change.give(issue, chosen, HandlerChange.FIRST, UserId.SYSTEM, Map.of());
    }

    /**
     * The handler says it is not theirs; the next one is picked by {@link #reassign}.
     *
     * @throws Refused later than four working hours after the assignment
     */
    public void refuse(IssueNo issueNo, UserId by, String reason) {
        if (reason.isBlank()) {
            throw new Refused("请写明退回误派的原因");
        }
        var issue = issues.get(issueNo);
        var holder = presence.holder(issue, by);
        issue.refuse(holder);
        refusals.requireOpen(events.of(issueNo));
        issues.save(issue);
        var payload = new HashMap<String, Object>(Map.of("reason", reason.strip()));
        if (!holder.equals(by)) {
            payload.put("onBehalfOf", holder.value());
        }
        events.append(issue, IssueEventType.REFUSED, by, clock.instant(), payload);
    }

    /**
     * Picks another handler after a refusal; whoever refused this issue before is not asked again.
     * Where a lead has named one meanwhile, it is that one.
     */
    public UserId reassign(IssueNo issueNo, Routing routing) {
        var issue = issues.get(issueNo);
        var history = events.of(issueNo);
        if (lastDecision(history) == IssueEventType.ASSIGNED) {
            return issue.handler().orElseThrow();
        }
        var chosen = choice.choose(issue, routing, refusedBy(history));
        var after = chosen.because("退回后改派：" + chosen.reason());
        return change.give(issue, after, "REFUSED", UserId.SYSTEM, Map.of());
    }

    /**
     * After a reopening: another member of the team where the handler is not there any more.
     *
     * @return empty where the handler goes on
     */
    public Optional<UserId> reassignReopened(IssueNo issueNo, Routing routing) {
        var issue = issues.get(issueNo);
        var handler = issue.handler().orElseThrow();
        if (presence.isHere(handler)) {
            return Optional.empty();
        }
        var chosen = choice.choose(issue, routing, Set.of(handler));
        var reason = "原处理人%s不在，重开后改派：%s".formatted(directory.name(handler), chosen.reason());
        var after = chosen.because(reason);
        return Optional.of(change.give(issue, after, "REOPENED", UserId.SYSTEM, Map.of()));
    }

    /**
     * Hands the issue over to a colleague.
     *
     * @param to a userid or a name that only one member has
     * @throws Refused when nobody or several are meant, or that one is away
     */
    public UserId handOver(IssueNo issueNo, UserId by, String to, String note) {
        var issue = issues.get(issueNo);
        issue.requireHandOver(presence.holder(issue, by));
        var target =
                directory
                        .called(to.strip())
                        .orElseThrow(
                                () -> new Refused("找不到成员“%s”，请填写唯一的姓名或账号".formatted(to.strip())));
        if (issue.handler().filter(target.userId()::equals).isPresent()) {
            throw new Refused("不能转交给自己");
        }
        if (!presence.isHere(target.userId())) {
            throw new Refused("%s目前不在，请换一位".formatted(target.name()));
        }
        var reason =
                "%s转交%s".formatted(directory.name(by), note.isBlank() ? "" : "：" + note.strip());
        var chosen = new HandlerChoice.Chosen(target.userId(), target.team(), reason, List.of());
        return change.give(issue, chosen, "TRANSFER", by, Map.of());
    }

    /** 派发待办: whoever shows the issue to its handler hears of it now. */
    public void dispatch(IssueNo issueNo) {
        var issue = issues.get(issueNo);
        var oneOfMany = issue.assignmentCount() > 1 && isOneOfMany(events.of(issueNo));
        publisher.publishEvent(new IssueDispatched(issue, oneOfMany));
    }

    /**
     * Who sorts an issue the table could not classify: the lead nearest to it who did not report
     * it.
     */
    public UserId triager(IssueNo issueNo) {
        return choice.triager(issues.get(issueNo));
    }

    /** In whose name somebody refused, acted for or not. */
    static Set<UserId> refusedBy(List<RecordedEvent> history) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == IssueEventType.REFUSED)
                .map(event -> event.holder().orElse(event.actor()))
                .collect(Collectors.toSet());
    }

    private static IssueEventType lastDecision(List<RecordedEvent> history) {
        return history.stream()
                .map(recorded -> recorded.event().type())
                .filter(Set.of(IssueEventType.ASSIGNED, IssueEventType.REFUSED)::contains)
                .reduce((earlier, later) -> later)
                .orElse(IssueEventType.REFUSED);
    }

    private static boolean isOneOfMany(List<RecordedEvent> history) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == IssueEventType.ASSIGNED)
                .reduce((earlier, later) -> later)
                .filter(event -> event.text("handover").isPresent())
                .isPresent();
    }
}
