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
import java.time.Instant;
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
    private final Mandate mandate;
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
            Mandate mandate,
            ApproverChoice choice,
            ApprovalProcess process,
            Issues issues,
            MajorIssues major,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.opinions = opinions;
        this.verdict = verdict;
        this.mandate = mandate;
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
     * 同意 on a card of this person's own; 驳回 needs a reason and a page.
     *
     * @param asked when the card was sent: it counts once
     * @throws Refused as {@link #decide}
     */
    public void agreeOnCard(IssueNo issueNo, UserId by, Instant asked) {
        var approval = store.lock(issueNo).orElseThrow(Mandate::notAsked);
        mandate.requireWaiting(approval);
        mandate.requireNotSpoken(approval, by, asked);
        if (speak(issueNo, by, true, "", Door.CARD)) {
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
            mandate.requireWaiting(approval);
            mandate.represented(approval, by);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.reason());
        }
    }

    /** Why a card of this person has nothing to press (any more); empty when it has. */
    @Transactional(readOnly = true)
    public Optional<String> objection(Approval approval, UserId by, Instant asked) {
        try {
            mandate.requireNotSpoken(approval, by, asked);
            return objection(approval, by);
        } catch (Refused refused) {
            return Optional.of(refused.reason());
        }
    }

    /** The result as others are told it: 李雪已在企业微信审批同意. */
    @Transactional(readOnly = true)
    public String outcome(Approval approval) {
        return verdict.sentence(approval);
    }

    /** Whether this person may let the work begin before the result. */
    @Transactional(readOnly = true)
    public boolean mayActFirst(Approval approval, UserId by) {
        return approval.isWaiting()
                && approval.actedFirst().isEmpty()
                && choice.leads(issues.get(approval.issueNo()), by);
    }

    private boolean speak(IssueNo issueNo, UserId by, boolean agree, String comment, Door door) {
        var approval = store.lock(issueNo).orElseThrow(Mandate::notAsked);
        mandate.requireWaiting(approval);
        if (!agree && comment.isBlank()) {
            throw new Refused("请填写驳回的原因，提报人会看到");
        }
        var standsFor = mandate.represented(approval, by);
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
        var approval = store.lock(issueNo).orElseThrow(Mandate::notAsked);
        mandate.requireWaiting(approval);
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

    private static String cut(String text) {
        return Excerpt.of(text, LONGEST);
    }
}
