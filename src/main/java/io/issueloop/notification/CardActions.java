package io.issueloop.notification;

import io.issueloop.approval.ApprovalDecisions;
import io.issueloop.delivery.Deliveries;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueActions;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.issue.Proposals;
import io.issueloop.issue.Solution;
import io.issueloop.shared.Refused;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Presses on cards. A press counts only for the person the card was sent to; a press on a stale
 * card changes nothing and its fresh code corrects the card (design.md §3). Call it without an open
 * transaction.
 */
@Service
public class CardActions {

    private static final Logger log = LoggerFactory.getLogger(CardActions.class);

    private final Cards cards;
    private final Issues issues;
    private final IssueActions actions;
    private final Proposals proposals;
    private final ApprovalDecisions approvals;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;

    CardActions(
            Cards cards,
            Issues issues,
            IssueActions actions,
            Proposals proposals,
            ApprovalDecisions approvals,
            Deliveries deliveries,
            TransactionTemplate transaction) {
        this.cards = cards;
        this.issues = issues;
        this.actions = actions;
        this.proposals = proposals;
        this.approvals = approvals;
        this.deliveries = deliveries;
        this.transaction = transaction;
    }

    /** Does what the button says, once; whatever it is, the card shows the truth afterwards. */
    public void clicked(CardClick click) {
        var found = cards.find(click.cardId());
        if (found.isEmpty() || !found.get().recipient().equals(click.by())) {
            log.warn(
                    "a press of {} on card {} does not count: not the recipient",
                    click.by(),
                    click.cardId());
            return;
        }
        var card = found.get();
        click.updateCode().ifPresent(code -> cards.refreshCode(card.cardId(), code));
        try {
            transaction.executeWithoutResult(status -> act(card, click));
        } catch (Refused refused) {
            log.info("a press on card {} came too late: {}", card.cardId(), refused.reason());
            correct(card);
        }
    }

    private void act(Card card, CardClick click) {
        var issue = issues.get(card.issueNo());
        if (isStale(card, issue)) {
            throw new Refused("卡片已过期");
        }
        switch (click.buttonKey()) {
            case CardTexts.ACCEPT -> actions.accept(issue.no(), click.by());
            case CardTexts.RESOLVE -> resolve(issue, click);
            case CardTexts.SOLVED ->
                    actions.confirmSolved(issue.no(), click.by(), stars(click), "");
            case ProposalTexts.AGREE ->
                    proposals.decide(issue.no(), card.turn(), click.by(), true, "");
            case ApprovalTexts.APPROVE ->
                    approvals.agreeOnCard(issue.no(), click.by(), asked(card));
            case CardTexts.UNSOLVED -> actions.reject(issue.no(), click.by(), "");
            default -> throw new Refused("未知的按钮");
        }
    }

    /** 已解决 on a card that was not accepted accepts first. */
    private void resolve(Issue issue, CardClick click) {
        if (issue.status() == IssueStatus.ASSIGNED) {
            actions.accept(issue.no(), click.by());
        }
        actions.resolve(issue.no(), click.by(), Solution.NOT_WRITTEN);
    }

    /** One whose answer was lost was sent before anybody could press it. */
    private static Instant asked(Card card) {
        return card.sentAt().orElse(Instant.EPOCH);
    }

    private static Optional<Integer> stars(CardClick click) {
        return Optional.ofNullable(click.selections().get(CardTexts.STARS))
                .filter(chosen -> chosen.matches("[1-5]"))
                .map(Integer::valueOf);
    }

    private boolean isStale(Card card, Issue issue) {
        return switch (card.kind()) {
            case TODO -> card.turn() != issue.assignmentCount();
            case EVALUATION -> card.turn() != issue.resolutionCount();
            case PROPOSAL -> false; // deciding it twice is refused
            case APPROVAL -> cards.hasNewer(card);
        };
    }

    /**
     * The client greys a pressed card by itself: what it shows is unknown, so it is drawn again.
     */
    private void correct(Card card) {
        transaction.executeWithoutResult(
                status -> {
                    cards.shows(card, "pressed");
                    var effect =
                            switch (card.kind()) {
                                case TODO -> TodoCardEffect.NAME;
                                case EVALUATION -> EvaluationCardEffect.NAME;
                                case PROPOSAL -> ProposalCardEffect.NAME;
                                case APPROVAL -> ApprovalCardEffect.NAME;
                            };
                    var whose = card.kind() == Card.Kind.APPROVAL ? card.recipient().value() : "";
                    deliveries.request(card.issueNo().value(), effect, whose);
                });
    }
}
