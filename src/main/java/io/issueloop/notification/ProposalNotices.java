package io.issueloop.notification;

import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueEvent;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.Proposals;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who hears of proposals and early endings. */
@Component
class ProposalNotices {

    private final Issues issues;
    private final Proposals proposals;
    private final Cards cards;
    private final Deliveries deliveries;

    ProposalNotices(Issues issues, Proposals proposals, Cards cards, Deliveries deliveries) {
        this.issues = issues;
        this.proposals = proposals;
        this.cards = cards;
        this.deliveries = deliveries;
    }

    @EventListener
    void on(IssueEvent event) {
        var issueNo = event.issueNo();
        switch (event.type()) {
            case PROPOSED -> ask(issueNo);
            case REOPENED -> event.text("unlinked").ifPresent(other -> back(issueNo));
            case PROPOSAL_DECLINED -> answered(issueNo, OutcomeNoticeEffect.Kind.DECIDED);
            case LINKED, URGENCY_CHANGED, SHARES_AGREED, INVALIDATED, WONT_FIX -> {
                answered(issueNo, OutcomeNoticeEffect.Kind.DECIDED);
                if (last(issueNo).filter(one -> one.kind().endsTheIssue()).isPresent()) {
                    answered(issueNo, OutcomeNoticeEffect.Kind.ENDED);
                }
            }
            default -> {
                // the others end or change nothing by proposal
            }
        }
        switch (event.type()) {
            case WITHDRAWN, INVALIDATED, URGENCY_CHANGED -> {
                request(issueNo, TodoCardEffect.NAME, "");
                cardOf(issueNo);
            }
            case PROPOSAL_DECLINED, LINKED, SHARES_AGREED, CLOSED -> cardOf(issueNo);
            default -> {
                // no card shows it
            }
        }
    }

    private void back(IssueNo issueNo) {
        var to = issues.get(issueNo).reporter();
        var turn = issues.history(issueNo).size();
        var subject = OutcomeNoticeEffect.subject(OutcomeNoticeEffect.Kind.BACK, to, turn);
        request(issueNo, OutcomeNoticeEffect.NAME, subject);
    }

    private void cardOf(IssueNo issueNo) {
        if (last(issueNo).isPresent()) {
            request(issueNo, ProposalCardEffect.NAME, "");
        }
    }

    private void ask(IssueNo issueNo) {
        var proposal = last(issueNo).orElseThrow();
        cards.plan(issueNo, Card.Kind.PROPOSAL, proposal.number(), 1, proposal.reviewer());
        request(issueNo, ProposalCardEffect.NAME, "");
    }

    private void answered(IssueNo issueNo, OutcomeNoticeEffect.Kind kind) {
        var issue = issues.get(issueNo);
        last(issueNo)
                .filter(one -> one.decidedBy().isPresent())
                .ifPresent(
                        one ->
                                recipient(issue, one, kind)
                                        .ifPresent(
                                                to ->
                                                        request(
                                                                issueNo,
                                                                OutcomeNoticeEffect.NAME,
                                                                OutcomeNoticeEffect.subject(
                                                                        kind, to, one.number()))));
    }

    /** Who proposed it and is its reporter as well hears of the end only. */
    private static Optional<UserId> recipient(
            Issue issue, Proposal proposal, OutcomeNoticeEffect.Kind kind) {
        if (kind == OutcomeNoticeEffect.Kind.ENDED) {
            return Optional.of(issue.reporter());
        }
        return Optional.of(proposal.proposedBy())
                .filter(by -> !proposal.decidedBy().equals(Optional.of(by)))
                .filter(
                        by ->
                                !(by.equals(issue.reporter())
                                        && proposal.kind().endsTheIssue()
                                        && proposal.state() == Proposal.State.AGREED));
    }

    private Optional<Proposal> last(IssueNo issueNo) {
        return proposals.of(issueNo).stream().reduce((earlier, later) -> later);
    }

    private void request(IssueNo issueNo, String effect, String subject) {
        deliveries.request(issueNo.value(), effect, subject);
    }
}
