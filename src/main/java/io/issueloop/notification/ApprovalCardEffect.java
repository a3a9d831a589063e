package io.issueloop.notification;

import io.issueloop.approval.Approval;
import io.issueloop.approval.ApprovalDecisions;
import io.issueloop.approval.Approvals;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks approvers and their substitutes for a decision. The subject is the userid whose cards it is
 * about; of several only the newest has buttons.
 */
@Component
final class ApprovalCardEffect extends CardEffect {

    static final String NAME = "APPROVAL_CARD";

    private final Approvals approvals;
    private final ApprovalDecisions decisions;

    ApprovalCardEffect(CardDesk desk, Approvals approvals, ApprovalDecisions decisions) {
        super(desk);
        this.approvals = approvals;
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "审批人审批卡片";
    }

    @Override
    Card.Kind kind() {
        return Card.Kind.APPROVAL;
    }

    @Override
    List<Card> cards(IssueNo issueNo, String subject) {
        return desk().cards().of(issueNo, kind()).stream()
                .filter(card -> card.recipient().equals(UserId.of(subject)))
                .toList();
    }

    @Override
    CardPicture picture(Issue issue, Card card) {
        var approval = approvals.get(issue.no());
        if (!approval.isWaiting()) {
            return CardPicture.over(decisions.outcome(approval));
        }
        if (desk().cards().hasNewer(card)) {
            return CardPicture.over("已再次提醒，请看最新的卡片");
        }
        return objection(approval, card)
                .map(CardPicture::over)
                .orElseGet(() -> CardPicture.live("decide"));
    }

    private Optional<String> objection(Approval approval, Card card) {
        return card.sentAt()
                .map(asked -> decisions.objection(approval, card.recipient(), asked))
                .orElseGet(() -> decisions.objection(approval, card.recipient()));
    }

    @Override
    ActionCard draw(Issue issue, Card card, CardPicture picture) {
        return ApprovalTexts.card(
                ApprovalAsk.of(card.turn()),
                issue,
                approvals.text(approvals.get(issue.no())),
                new ApprovalTexts.Place(
                        card.cardId(),
                        desk().people(),
                        desk().links().approve(issue.no()),
                        picture.outcome()));
    }
}
