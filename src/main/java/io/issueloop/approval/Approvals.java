package io.issueloop.approval;

import io.issueloop.approval.Approval.Times;
import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.Mode;
import io.issueloop.delivery.Modes;
import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.MajorIssues;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts major issues to their approvers; what these say is in {@link ApprovalDecisions}. */
@Service
@Transactional
public class Approvals {

    /** How long WeCom may take to accept the form (design.md §3 Major). */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ApprovalStore store;
    private final Opinions opinions;
    private final ApproverChoice choice;
    private final Issues issues;
    private final MajorIssues major;
    private final Deliveries deliveries;
    private final Modes modes;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Approvals(
            ApprovalStore store,
            Opinions opinions,
            ApproverChoice choice,
            Issues issues,
            MajorIssues major,
            Deliveries deliveries,
            Modes modes,
            Directory directory,
            WorkingCalendar calendar,
            Clock clock) {
        this.store = store;
        this.opinions = opinions;
        this.choice = choice;
        this.issues = issues;
        this.major = major;
        this.deliveries = deliveries;
        this.modes = modes;
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Opens the approval of an issue, once: a second call answers the one there is. With approvals
     * switched off, or nobody there who may decide, it is over at once and the work begins.
     */
    public Approval open(IssueNo issueNo, ApprovalLevel level, List<String> impactWords) {
        return store.lock(issueNo).orElseGet(() -> ask(issueNo, level, impactWords));
    }

    private Approval ask(IssueNo issueNo, ApprovalLevel level, List<String> impactWords) {
        var issue = issues.get(issueNo);
        var mode = modes.of(Capability.APPROVAL);
        var approvers = choice.approvers(issue, level.roles());
        var needed = mode != Mode.OFF && !approvers.isEmpty();
        var approval =
                new Approval(
                        issueNo,
                        needed ? ApprovalState.WAITING : ApprovalState.NOT_NEEDED,
                        level.rule(),
                        issue.reporter(),
                        approvers,
                        List.of(),
                        choice.copied(issue, approvers),
                        impactWords,
                        null,
                        clock.instant(),
                        times(level, mode),
                        false,
                        0,
                        null,
                        null,
                        false);
        store.add(approval);
        if (needed) {
            requested(approval);
        } else {
            notNeeded(approval, mode);
        }
        return approval;
    }

    private void requested(Approval approval) {
        major.record(
                approval.issueNo(),
                IssueEventType.APPROVAL_REQUESTED,
                UserId.SYSTEM,
                Map.of(
                        "approvers", ids(approval.approvers()),
                        "approverNames", names(approval.approvers()),
                        "copied", ids(approval.copied()),
                        "rule", approval.rule().name()));
        major.awaitApproval(approval.issueNo());
    }

    private void notNeeded(Approval approval, Mode mode) {
        major.record(
                approval.issueNo(),
                IssueEventType.APPROVAL_DECIDED,
                UserId.SYSTEM,
                Map.of(
                        "outcome",
                        ApprovalState.NOT_NEEDED.name(),
                        "comment",
                        mode == Mode.OFF ? "审批能力已关闭，直接处理" : "没有可以审批的人，直接处理"));
    }

    private Times times(ApprovalLevel level, Mode mode) {
        var now = clock.instant();
        return new Times(
                mode == Mode.AUTO ? now.plus(PATIENCE) : now,
                after(now, level.remindAfter()),
                after(now, level.substituteAfter()),
                after(now, level.escalateAfter()));
    }

    private Instant after(Instant now, Duration work) {
        return calendar.addWork(now, work);
    }

    /** 提交审批: WeCom is asked to take a form; never waits for it. */
    public void submit(IssueNo issueNo) {
        deliveries.request(issueNo.value(), ApprovalFormEffect.NAME, "");
    }

    /** WeCom took the form. */
    public void accepted(IssueNo issueNo, String formNo) {
        var approval = store.lock(issueNo).orElseThrow();
        if (approval.form().isEmpty()) {
            store.accepted(issueNo, formNo);
            major.record(
                    issueNo,
                    IssueEventType.APPROVAL_SUBMITTED,
                    UserId.SYSTEM,
                    Map.of("formNo", formNo));
        }
    }

    public Optional<Approval> find(IssueNo issueNo) {
        return store.find(issueNo);
    }

    /**
     * @throws IllegalArgumentException when the issue was never put to approvers
     */
    public Approval get(IssueNo issueNo) {
        return find(issueNo)
                .orElseThrow(() -> new IllegalArgumentException("no approval of " + issueNo));
    }

    /** Who said what, oldest first. */
    public List<Opinion> opinions(IssueNo issueNo) {
        return opinions.of(issueNo);
    }

    /** Whose decision is waited for now; empty when there is a result. */
    public List<UserId> next(IssueNo issueNo) {
        return store.find(issueNo)
                .filter(Approval::isWaiting)
                .map(approval -> approval.next(opinions.of(issueNo)))
                .orElse(List.of());
    }

    /** What the approvers are to know. */
    public ApprovalText text(Approval approval) {
        return ApprovalText.of(issues.get(approval.issueNo()), approval.impactWords(), directory);
    }

    private List<String> names(List<UserId> people) {
        return people.stream().map(directory::name).toList();
    }

    static List<String> ids(List<UserId> people) {
        return people.stream().map(UserId::value).toList();
    }
}
