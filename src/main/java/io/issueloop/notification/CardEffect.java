package io.issueloop.notification;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes the cards of one kind show what they ought to: sends a missing one, updates one while its
 * code lasts, else takes it back and, if there is still something to do, sends a new one (design.md
 * §3 Handler's card).
 */
abstract sealed class CardEffect implements Effect
        permits TodoCardEffect, EvaluationCardEffect, ProposalCardEffect, ApprovalCardEffect {

    private static final Duration CODE_LASTS = Duration.ofHours(72);
    private static final Duration RECALL_LASTS = Duration.ofHours(24);
    private static final String RECALLED = "recalled";
    private static final MessageSender.Receipt SENT_BY_HAND =
            new MessageSender.Receipt("", Optional.empty());

    private final CardDesk desk;

    CardEffect(CardDesk desk) {
        this.desk = desk;
    }

    abstract Card.Kind kind();

    abstract CardPicture picture(Issue issue, Card card);

    abstract ActionCard draw(Issue issue, Card card, CardPicture picture);

    final CardDesk desk() {
        return desk;
    }

    /** The cards a delivery is about: all of the kind, unless the subject says which. */
    List<Card> cards(IssueNo issueNo, String subject) {
        return desk.cards().of(issueNo, kind());
    }

    @Override
    public final Capability capability() {
        return Capability.MESSAGE;
    }

    @Override
    public final void perform(String businessKey, String subject) {
        var issueNo = IssueNo.of(businessKey);
        for (var card : cards(issueNo, subject)) {
            bringUpToDate(card, desk.issues().get(issueNo));
        }
    }

    /** A person can send what is missing; what was sent once, only the application can change. */
    @Override
    public final Optional<ByHand> byHand(String businessKey, String subject) {
        var issue = desk.issues().get(IssueNo.of(businessKey));
        return missing(issue, subject)
                .map(
                        card ->
                                HandText.send(
                                        draw(issue, card, picture(issue, card)),
                                        List.of(card.recipient()),
                                        kind().message(),
                                        desk.people()));
    }

    @Override
    public final void doneByHand(String businessKey, String subject, String reference) {
        var issue = desk.issues().get(IssueNo.of(businessKey));
        missing(issue, subject)
                .ifPresent(
                        card -> {
                            desk.sentLog().claim(card.cardId());
                            sent(card, SENT_BY_HAND, picture(issue, card));
                        });
    }

    @Override
    public final List<UserId> recipients(String businessKey, String subject) {
        return cards(IssueNo.of(businessKey), subject).stream()
                .map(Card::recipient)
                .distinct()
                .toList();
    }

    /** At most one card a delivery is about is live: that of the present turn. */
    private Optional<Card> missing(Issue issue, String subject) {
        return cards(issue.no(), subject).stream()
                .filter(card -> picture(issue, card).live())
                .filter(card -> card.shown().map(CardPicture::isOver).orElse(true))
                .findFirst();
    }

    private void bringUpToDate(Card card, Issue issue) {
        var picture = picture(issue, card);
        if (card.shown().equals(Optional.of(picture.key()))
                || card.shown().orElse("").equals(RECALLED)) {
            return;
        }
        if (card.messageId().isEmpty()) {
            sendFirst(card, issue, picture);
        } else if (!update(card, issue, picture)) {
            replace(card, issue, picture);
        }
    }

    private void sendFirst(Card card, Issue issue, CardPicture picture) {
        if (!picture.live()) {
            desk.cards().shows(card, RECALLED);
            return;
        }
        desk.sentLog().claim(card.cardId());
        sent(
                card,
                desk.sender().send(List.of(card.recipient()), draw(issue, card, picture)),
                picture);
    }

    private void sent(Card card, MessageSender.Receipt receipt, CardPicture picture) {
        desk.cards().sent(card, receipt.messageId(), receipt.updateCode(), picture.key());
        desk.sentLog().sent(card.cardId(), receipt.messageId());
    }

    private boolean update(Card card, Issue issue, CardPicture picture) {
        var usable = card.updateCode().isPresent() && lasts(card.codeAt(), CODE_LASTS);
        if (!usable || !desk.cards().spendCode(card)) {
            return false;
        }
        var code = card.updateCode().orElseThrow();
        var done = desk.sender().update(card.recipient(), code, draw(issue, card, picture));
        if (done) {
            desk.cards().shows(card, picture.key());
        }
        return done;
    }

    private void replace(Card card, Issue issue, CardPicture picture) {
        if (lasts(card.sentAt(), RECALL_LASTS)) {
            desk.sender().recall(card.messageId().orElseThrow());
        }
        desk.cards().shows(card, RECALLED);
        if (picture.live()) {
            var number = desk.cards().of(card.issueNo(), kind()).size() + 1;
            var next =
                    desk.cards()
                            .plan(card.issueNo(), kind(), card.turn(), number, card.recipient());
            sendFirst(next, issue, picture);
        }
    }

    private boolean lasts(Optional<Instant> since, Duration time) {
        return since.map(at -> at.plus(time).isAfter(desk.clock().instant())).orElse(false);
    }
}
