package io.issueloop.issue;

import io.issueloop.issue.ProposalProcess.Ending;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends an issue before its time: taken back by its reporter, or as the lead confirmed (design.md
 * §3). Its process is interrupted in the same transaction.
 */
@Service
@Transactional
public class IssueEndings {

    private static final Set<IssueStatus> BEFORE_ACCEPTANCE =
            EnumSet.of(
                    IssueStatus.REPORTED,
                    IssueStatus.TRIAGE,
                    IssueStatus.AWAITING_APPROVAL,
                    IssueStatus.ASSIGNED);

    private final IssuesInHand issues;
    private final IssueLog events;
    private final IssueLinks links;
    private final ProposalStore proposals;
    private final ProposalRules rules;
    private final ProposalProcess process;
    private final Clock clock;

    IssueEndings(
            IssuesInHand issues,
            IssueLog events,
            IssueLinks links,
            ProposalStore proposals,
            ProposalRules rules,
            ProposalProcess process,
            Clock clock) {
        this.issues = issues;
        this.events = events;
        this.links = links;
        this.proposals = proposals;
        this.rules = rules;
        this.process = process;
        this.clock = clock;
    }

    /** Whether {@link #withdraw} would be refused for another reason than the person. */
    public boolean canBeWithdrawn(Issue issue) {
        return BEFORE_ACCEPTANCE.contains(issue.status())
                && events.of(issue.no()).stream()
                        .noneMatch(one -> one.event().type() == IssueEventType.ACCEPTED);
    }

    /** 撤回, until somebody accepted it; afterwards the work of others would be lost. */
    public void withdraw(IssueNo issueNo, UserId by, String reason) {
        var issue = issues.get(issueNo);
        if (!by.equals(issue.reporter())) {
            throw new Refused("只有提报人可以撤回问题");
        }
        if (issue.status() == IssueStatus.CANCELLED) {
            throw new Refused("该问题已经撤回");
        }
        if (!canBeWithdrawn(issue)) {
            throw new Refused("该问题已有人接单处理，不能撤回；如不再需要，请联系处理人");
        }
        var why = reason.strip();
        issue.end(IssueStatus.CANCELLED, clock.instant(), said("提报人已撤回", why));
        record(issue, IssueEventType.WITHDRAWN, by, Map.of("reason", why));
        finish(issue, by, Ending.WITHDRAWN);
    }

    /** Carries out what the lead confirmed. */
    void carryOut(Proposal agreed, UserId lead) {
        var issue = issues.get(agreed.issueNo());
        var payload =
                rules.named(
                        issue,
                        agreed,
                        lead,
                        Map.of(
                                "reason", agreed.reason(),
                                "proposedBy", agreed.proposedBy().value()));
        switch (agreed.kind()) {
            case INVALID -> {
                issue.end(IssueStatus.INVALID, clock.instant(), said("无效", agreed.reason()));
                record(issue, IssueEventType.INVALIDATED, lead, payload);
                finish(issue, lead, Ending.INVALID);
            }
            case DUPLICATE -> {
                var other = agreed.target().orElseThrow();
                links.confirm(issue, other, LinkKind.DUPLICATE_REPORT, lead);
                issue.end(
                        IssueStatus.CLOSED,
                        clock.instant(),
                        said("与 " + other + " 重复", agreed.reason()));
                close(issue, lead, "DUPLICATE");
            }
            case WONT_FIX -> {
                issue.end(IssueStatus.CLOSED, clock.instant(), said("不予解决", agreed.reason()));
                record(issue, IssueEventType.WONT_FIX, lead, payload);
                close(issue, lead, "WONT_FIX");
            }
            default -> throw new IllegalArgumentException("ends no issue: " + agreed.kind());
        }
    }

    private void close(Issue issue, UserId lead, String outcome) {
        record(issue, IssueEventType.CLOSED, lead, Map.of("outcome", outcome));
        finish(issue, lead, Ending.CLOSED);
    }

    /** A question that is still open has lost its object. */
    private void finish(Issue issue, UserId by, Ending ending) {
        proposals
                .open(issue.no())
                .filter(open -> proposals.settle(open, Proposal.State.OBSOLETE, by, ""))
                .ifPresent(process::forget);
        process.endEarly(issue.no(), ending);
    }

    private void record(Issue issue, IssueEventType type, UserId by, Map<String, Object> payload) {
        issues.save(issue);
        events.append(issue, type, by, clock.instant(), payload);
    }

    private static String said(String what, String reason) {
        return reason.isBlank() ? what : what + "：" + reason;
    }
}
