package io.issueloop.issue;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.issue.IssueProcess.Step;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 改派: a lead gives an issue to somebody else, at any time before it is solved; the step that is
 * open is completed with that answer, so that every door shares one state.
 */
@Service
@Transactional
public class Reassignment {

    /** Where there is a handler to change, and work to hand on. */
    static final Set<IssueStatus> POSSIBLE =
            Set.of(
                    IssueStatus.AWAITING_APPROVAL,
                    IssueStatus.ASSIGNED,
                    IssueStatus.HANDLING,
                    IssueStatus.PAUSED);

    private final IssuesInHand issues;
    private final IssueLog events;
    private final HandlerChoice choice;
    private final HandlerChange change;
    private final Care care;
    private final Presence presence;
    private final HandoverStore handovers;
    private final Directory directory;
    private final IssueProcess process;
    private final HandoverProcess hands;
    private final IssueAssignment assignment;

    Reassignment(
            IssuesInHand issues,
            IssueLog events,
            HandlerChoice choice,
            HandlerChange change,
            Care care,
            Presence presence,
            HandoverStore handovers,
            Directory directory,
            IssueProcess process,
            HandoverProcess hands,
            IssueAssignment assignment) {
        this.hands = hands;
        this.issues = issues;
        this.events = events;
        this.choice = choice;
        this.change = change;
        this.care = care;
        this.presence = presence;
        this.handovers = handovers;
        this.directory = directory;
        this.process = process;
        this.assignment = assignment;
    }

    /**
     * @param to a userid or a name only one member has; empty: the same choice as at the beginning
     * @throws Refused when the person may not, or the issue stands where nothing can be reassigned
     */
    public void reassign(IssueNo issueNo, UserId by, String to, String note) {
        var issue = issues.get(issueNo);
        care.requireMayReassign(issue, by);
        var answers = Map.<String, Object>of("transferTo", to, "transferNote", note);
        switch (issue.status()) {
            case ASSIGNED ->
                    process.complete(
                            issueNo, Step.ACCEPT, by, with(answers, "acceptance", "reassign"));
            case HANDLING ->
                    process.complete(
                            issueNo, Step.HANDLE, by, with(answers, "handlingResult", "transfer"));
            case PAUSED, AWAITING_APPROVAL -> inPlace(issue, by, to, note);
            default -> throw new Refused("问题现在是“%s”，不能改派".formatted(issue.status().label()));
        }
    }

    /** Nothing is completed: it waits for somebody else, and goes on with the new handler. */
    private void inPlace(Issue issue, UserId by, String to, String note) {
        var before = issue.handler().orElse(by);
        var after = decide(issue.no(), by, to, note);
        hands.handlerChanged(issue.no(), before, after);
        if (issue.status() == IssueStatus.PAUSED) {
            assignment.dispatch(issue.no());
        }
    }

    /** Whether the issue is this person's to hand over, or they act for who has it. */
    public boolean isHandlers(IssueNo issueNo, UserId by) {
        var issue = issues.get(issueNo);
        return care.isHandler(issue, by) && issue.handler().filter(handovers::isOpen).isEmpty();
    }

    /**
     * Records the new handler: called by the process, in the step's transaction.
     *
     * @return the new handler
     */
    public UserId decide(IssueNo issueNo, UserId by, String to, String note) {
        var issue = issues.get(issueNo);
        care.requireMayReassign(issue, by);
        var leaving = issue.handler().filter(handovers::isOpen);
        var chosen = to.isBlank() ? proposal(issue) : named(issue, to);
        var reason =
                leaving.map(who -> directory.name(who) + "离职移交")
                                .orElseGet(() -> directory.name(by) + "改派")
                        + (note.isBlank() ? "：" + chosen.reason() : "：" + note.strip());
        return change.give(
                issue,
                chosen.because(reason),
                leaving.isPresent() ? "TRANSFER" : "REASSIGNED",
                by,
                care.namedLead(
                        issue,
                        by,
                        leaving.map(handovers::idOf)
                                .map(id -> Map.<String, Object>of("handover", id))
                                .orElse(Map.of())));
    }

    /** Who would take it: neither who has it nor who refused it. */
    HandlerChoice.Chosen proposal(Issue issue) {
        var not = new HashSet<>(IssueAssignment.refusedBy(events.of(issue.no())));
        issue.handler().ifPresent(not::add);
        return choice.propose(issue, not);
    }

    private HandlerChoice.Chosen named(Issue issue, String to) {
        var target = member(to);
        if (issue.handler().equals(Optional.of(target.userId()))) {
            throw new Refused("已经由%s处理，请选择其他人".formatted(target.name()));
        }
        return new HandlerChoice.Chosen(target.userId(), target.team(), "由负责人指定", List.of());
    }

    /**
     * The one member who is meant.
     *
     * @throws Refused when nobody or several are, or that one is away
     */
    Member member(String to) {
        var target =
                directory
                        .called(to.strip())
                        .orElseThrow(
                                () -> new Refused("找不到成员“%s”，请填写唯一的姓名或账号".formatted(to.strip())));
        if (!presence.isHere(target.userId())) {
            throw new Refused("%s目前不在，请换一位".formatted(target.name()));
        }
        return target;
    }

    private static Map<String, Object> with(
            Map<String, Object> answers, String name, String value) {
        var all = new java.util.HashMap<>(answers);
        all.put(name, value);
        return all;
    }
}
