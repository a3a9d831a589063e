package io.issueloop.notification;

import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Issues;
import io.issueloop.notification.Message.ActionCard;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Makes the cards of one kind show what they ought to: sends a missing one, updates one while its
 * code lasts, else takes it back and, if there is still something to do, sends a new one (design.md
 * §3 Handler's card).
 */
abstract sealed class CardEffect implements Effect permits TodoCardEffect, EvaluationCardEffect {

    private static final Duration CODE_LASTS = Duration.ofHours(72);
    private static final Duration RECALL_LASTS = Duration.ofHours(24);

    private final Issues issues;
    private final Cards cards;
    private final MessageSender sender;
    private final SentLog sentLog;
    private final Clock clock;

    CardEffect(Issues issues, Cards cards, MessageSender sender, SentLog sentLog, Clock clock) {
        this.issues = issues;
        this.cards = cards;
        this.sender = sender;
        this.sentLog = sentLog;
        this.clock = clock;
    }

    abstract Card.Kind kind();

    abstract CardPicture picture(Issue issue, int turn);

    abstract ActionCard draw(Issue issue, Card card, CardPicture picture);

    @Override
    public void perform(String businessKey, String subject) {
        var issueNo = IssueNo.of(businessKey);
        for (var card : cards.of(issueNo, kind())) {
            bringUpToDate(card, issues.get(issueNo));
        }
    }

    private void bringUpToDate(Card card, Issue issue) {
        var picture = picture(issue, card.turn());
        if (card.shown().equals(java.util.Optional.of(picture.key()))
                || card.shown().orElse("").equals(RECALLED)) {
            return;
        }
        if (card.messageId().isEmpty()) {
            sendFirst(card, issue, picture);
        } else if (!update(card, issue, picture)) {
            replace(card, issue, picture);
        }
    }

    private static final String RECALLED = "recalled";

    private void sendFirst(Card card, Issue issue, CardPicture picture) {
        if (!picture.live()) {
            cards.shows(card, RECALLED);
            return;
        }
        sentLog.claim(card.cardId());
        var receipt = sender.send(List.of(card.recipient()), draw(issue, card, picture));
        cards.sent(card, receipt.messageId(), receipt.updateCode(), picture.key());
        sentLog.sent(card.cardId(), receipt.messageId());
    }

    private boolean update(Card card, Issue issue, CardPicture picture) {
        var now = clock.instant();
        var usable =
                card.updateCode().isPresent()
                        && card.codeAt().map(at -> at.plus(CODE_LASTS).isAfter(now)).orElse(false);
        if (!usable || !cards.spendCode(card)) {
            return false;
        }
        var done =
                sender.update(
                        card.recipient(),
                        card.updateCode().orElseThrow(),
                        draw(issue, card, picture));
        if (done) {
            cards.shows(card, picture.key());
        }
        return done;
    }

    private void replace(Card card, Issue issue, CardPicture picture) {
        var young =
                card.sentAt()
                        .map(at -> at.plus(RECALL_LASTS).isAfter(clock.instant()))
                        .orElse(false);
        if (young) {
            sender.recall(card.messageId().orElseThrow());
        }
        cards.shows(card, RECALLED);
        if (picture.live()) {
            var number = cards.of(card.issueNo(), kind()).size() + 1;
            sendFirst(
                    cards.plan(card.issueNo(), kind(), card.turn(), number, card.recipient()),
                    issue,
                    picture);
        }
    }
}
