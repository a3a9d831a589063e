package io.issueloop.issue;

import static io.issueloop.issue.IssueStatus.ASSIGNED;
import static io.issueloop.issue.IssueStatus.AWAITING_APPROVAL;
import static io.issueloop.issue.IssueStatus.HANDLING;
import static io.issueloop.issue.IssueStatus.PAUSED;
import static io.issueloop.issue.IssueStatus.TRIAGE;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may propose and confirm what, and when. */
@Component
class ProposalRules {

    private static final int LONGEST_REASON = 500;
    private static final Set<IssueStatus> UNDER_WAY =
            EnumSet.of(TRIAGE, AWAITING_APPROVAL, ASSIGNED, HANDLING, PAUSED);

    private final IssuesInHand issues;
    private final IssueLinks links;
    private final IssueLeads leads;
    private final Shares shares;
    private final Presence presence;
    private final Clock clock;

    ProposalRules(
            IssuesInHand issues,
            IssueLinks links,
            IssueLeads leads,
            Shares shares,
            Presence presence,
            Clock clock) {
        this.issues = issues;
        this.links = links;
        this.leads = leads;
        this.shares = shares;
        this.presence = presence;
        this.clock = clock;
    }

    Proposal check(Issue issue, UserId by, Proposals.Wish wish, int number) {
        var kind = wish.kind();
        if (!mayPropose(issue, by, kind)) {
            throw new Refused("只有%s可以提议“%s”".formatted(proposers(kind), kind.label()));
        }
        if (!isTime(issue, kind)) {
            throw new Refused("问题当前为%s，不能提议“%s”".formatted(issue.status().label(), kind.label()));
        }
        var reason = wish.reason().strip();
        if (reason.isEmpty()) {
            throw new Refused("请写明原因，负责人据此确认");
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw new Refused("原因最多 %d 字，请精简".formatted(LONGEST_REASON));
        }
        return new Proposal(
                issue.no(),
                number,
                kind,
                by,
                clock.instant(),
                reason,
                kind.namesAnother() ? Optional.of(target(issue, wish)) : Optional.empty(),
                kind == ProposalKind.URGENCY ? Optional.of(urgency(issue, wish)) : Optional.empty(),
                kind == ProposalKind.SHARES ? shares.read(issue, wish.shares()) : Map.of(),
                leads.reviewer(issue, by),
                Proposal.State.OPEN,
                Optional.empty(),
                "");
    }

    List<ProposalKind> openTo(Issue issue, UserId user) {
        return Arrays.stream(ProposalKind.values())
                .filter(kind -> mayPropose(issue, user, kind) && isTime(issue, kind))
                .toList();
    }

    void requireReviewer(Issue issue, Proposal proposal, UserId by) {
        if (!mayReview(issue, proposal, by)) {
            throw new Refused(
                    by.equals(proposal.proposedBy()) ? "不能确认自己的提议，请等待负责人" : "只有负责人可以确认这项提议");
        }
    }

    /** Any lead above may stand in for the one who is asked; nobody for themselves. */
    boolean mayReview(Issue issue, Proposal proposal, UserId by) {
        var standsIn = presence.represented(reviewers(issue, proposal), by).isPresent();
        return by.equals(proposal.reviewer())
                || (leads.of(issue).contains(by) || standsIn) && !by.equals(proposal.proposedBy());
    }

    /** What is written down of a decision, with whom it was taken for. */
    Map<String, Object> named(
            Issue issue, Proposal proposal, UserId by, Map<String, Object> payload) {
        return presence.named(payload, reviewers(issue, proposal), by);
    }

    private List<UserId> reviewers(Issue issue, Proposal proposal) {
        return Stream.concat(Stream.of(proposal.reviewer()), leads.of(issue).stream()).toList();
    }

    private boolean mayPropose(Issue issue, UserId by, ProposalKind kind) {
        var isReporter = by.equals(issue.reporter());
        var isHandler = issue.handler().filter(by::equals).isPresent();
        return switch (kind) {
            case INVALID, DUPLICATE, WONT_FIX -> isHandler || leads.of(issue).contains(by);
            case RECURRENCE ->
                    isHandler
                            || isReporter && !issue.status().isEnd()
                            || leads.of(issue).contains(by);
            case URGENCY -> isHandler || isReporter;
            case SHARES -> isHandler;
        };
    }

    private static String proposers(ProposalKind kind) {
        return switch (kind) {
            case INVALID, DUPLICATE, WONT_FIX -> "处理人和负责人";
            case RECURRENCE -> "处理人、提报人和负责人";
            case URGENCY -> "处理人和提报人";
            case SHARES -> "处理人";
        };
    }

    private boolean isTime(Issue issue, ProposalKind kind) {
        return switch (kind) {
            case RECURRENCE ->
                    issue.status() != IssueStatus.CANCELLED
                            && issue.status() != IssueStatus.INVALID;
            case SHARES -> shares.canBeAgreed(issue);
            default -> UNDER_WAY.contains(issue.status());
        };
    }

    private IssueNo target(Issue issue, Proposals.Wish wish) {
        var named = wish.target().strip().toUpperCase(java.util.Locale.ROOT);
        var other =
                Optional.of(named)
                        .filter(IssueNo::isIssueNo)
                        .map(IssueNo::of)
                        .flatMap(issues::find)
                        .orElseThrow(() -> new Refused("找不到问题“%s”，请填写完整的问题编号".formatted(named)));
        if (other.no().equals(issue.no())) {
            throw new Refused("不能与自己关联");
        }
        if (other.status() == IssueStatus.CANCELLED || other.status() == IssueStatus.INVALID) {
            throw new Refused("%s %s，不能关联".formatted(other.no(), other.status().label()));
        }
        if (links.leadsTo(other.no(), issue.no())) {
            throw new Refused("%s 已经关联到本问题，不能互相关联".formatted(other.no()));
        }
        if (links.leadsTo(issue.no(), other.no())) {
            throw new Refused("已经关联到 %s".formatted(other.no()));
        }
        return other.no();
    }

    private static Urgency urgency(Issue issue, Proposals.Wish wish) {
        var urgency =
                Urgency.labelled(wish.urgency().strip())
                        .orElseThrow(() -> new Refused("请选择紧急程度：紧急、高、中 或 低"));
        if (urgency == issue.urgency()) {
            throw new Refused("紧急程度已经是" + urgency.label());
        }
        return urgency;
    }
}
