package io.issueloop.approval;

import io.issueloop.approval.Opinion.Door;
import io.issueloop.approval.Opinion.Kind;
import io.issueloop.directory.Directory;
import io.issueloop.issue.IssueEventType;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.MajorIssues;
import io.issueloop.shared.Excerpt;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people decide on our own doors. Every decision is checked against the acting person, whoever
 * let it through to here; the first result wins, and whoever comes later is told so.
 */
@Service
@Transactional
public class ApprovalDecisions {

    private static final int LONGEST = 500;

    private final ApprovalStore store;
    private final Opinions opinions;
    private final Verdict verdict;
    private final ApproverChoice choice;
    private final ApprovalProcess process;
    private final Issues issues;
    private final MajorIssues major;
    private final Directory directory;
    private final Clock clock;

    ApprovalDecisions(
            ApprovalStore store,
            Opinions opinions,
            Verdict verdict,
            ApproverChoice choice,
            ApprovalProcess process,
            Issues issues,
            MajorIssues major,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.opinions = opinions;
        this.verdict = verdict;
        this.choice = choice;
        this.process = process;
        this.issues = issues;
        this.major = major;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * 同意 or 驳回 on the page or by REST.
     *
     * @throws Refused when this person may not, or there is a result already
     */
    public void decide(IssueNo issueNo, UserId by, boolean agree, String comment) {
        if (speak(issueNo, by, agree, comment, Door.PAGE)) {
            process.decided(issueNo);
        }
    }

    /**
     * The same from the form in Tasklist, whose task the engine completes.
     *
     * @return whether there is a result now
     * @throws Refused as {@link #decide}
     */
    public boolean decideInTask(IssueNo issueNo, UserId by, boolean agree, String comment) {
        return speak(issueNo, by, agree, comment, Door.TASKLIST);
    }

    /** Why this person may not decide now, in words for them; empty when they may. */
    @Transactional(readOnly = true)
    public Optional<String> objection(Approval approval, UserId by) {
        try {
            requireWaiting(approval);
            represented(approval, by);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.reason());
        }
    }

    /** Whether this person may let the work begin before the result. */
    @Transactional(readOnly = true)
    public boolean mayActFirst(Approval approval, UserId by) {
        return approval.isWaiting()
                && approval.actedFirst().isEmpty()
                && choice.leads(issues.get(approval.issueNo()), by);
    }

    private boolean speak(IssueNo issueNo, UserId by, boolean agree, String comment, Door door) {
        var approval = store.lock(issueNo).orElseThrow(() -> new Refused("该问题没有提交审批"));
        requireWaiting(approval);
        if (!agree && comment.isBlank()) {
            throw new Refused("请填写驳回的原因，提报人会看到");
        }
        var standsFor = represented(approval, by);
        var opinion =
                new Opinion(
                        "%s/%s/%s".formatted(door, by, clock.instant()),
                        by,
                        Optional.of(standsFor).filter(approver -> !approver.equals(by)),
                        agree ? Kind.AGREED : Kind.REJECTED,
                        door,
                        cut(comment.strip()),
                        clock.instant());
        opinions.add(issueNo, opinion);
        if (!agree) {
            verdict.decided(approval, ApprovalState.REJECTED, opinion);
            return true;
        }
        if (approval.missing(opinions.of(issueNo)).isEmpty()) {
            verdict.decided(approval, ApprovalState.APPROVED, opinion);
            return true;
        }
        verdict.spoken(approval, opinion);
        return false;
    }

    /** 先处理后审批: the lead or the CTO lets the work begin; the approval goes on beside it. */
    public void actFirst(IssueNo issueNo, UserId by, String reason) {
        var approval = store.lock(issueNo).orElseThrow(() -> new Refused("该问题没有提交审批"));
        requireWaiting(approval);
        if (approval.actedFirst().isPresent()) {
            throw new Refused(
                    "%s已批示先处理后审批，处理已经开始"
                            .formatted(directory.name(approval.actedFirst().orElseThrow())));
        }
        if (!choice.leads(issues.get(issueNo), by)) {
            throw new Refused("只有团队负责人或 CTO 可以批示先处理后审批");
        }
        store.actedFirst(issueNo, by);
        Map<String, Object> payload = new HashMap<>();
        payload.put("reason", cut(reason.strip()));
        major.record(issueNo, IssueEventType.ACTED_FIRST, by, payload);
        major.goOn(issueNo, by);
        process.actFirst(issueNo);
    }

    private void requireWaiting(Approval approval) {
        if (!approval.isWaiting()) {
            throw new Refused("这个审批已有结果：%s，无需再处理".formatted(verdict.sentence(approval)));
        }
    }

    /** Whose voice it is: their own, or, for a deputy, that of the next approver. */
    private UserId represented(Approval approval, UserId by) {
        if (ApproverChoice.isBiased(issues.get(approval.issueNo()), by)) {
            throw new Refused("提报人和处理人不能审批自己的问题");
        }
        var said = opinions.of(approval.issueNo());
        var next = approval.next(said);
        if (next.contains(by)) {
            return by;
        }
        if (approval.approvers().contains(by)) {
            throw new Refused(
                    approval.missing(said).contains(by)
                            ? "请等%s先审批".formatted(directory.name(next.get(0)))
                            : "您已同意，正在等其他审批人");
        }
        if (approval.deputies().contains(by)) {
            return next.get(0);
        }
        throw new Refused("只有审批人可以审批这个问题");
    }

    private static String cut(String text) {
        return Excerpt.of(text, LONGEST);
    }
}
