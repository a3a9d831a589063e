package io.issueloop.notification;

import io.issueloop.issue.Issue;
import io.issueloop.notification.Message.ActionCard;
import org.springframework.stereotype.Component;

/** The reporter's cards of an issue. */
@Component
final class EvaluationCardEffect extends CardEffect {

    static final String NAME = "EVALUATION_CARD";

    EvaluationCardEffect(CardDesk desk) {
        super(desk);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "提报人评价卡片";
    }

    @Override
    Card.Kind kind() {
        return Card.Kind.EVALUATION;
    }

    @Override
    CardPicture picture(Issue issue, Card card) {
        return CardPicture.evaluation(issue, card.turn());
    }

    @Override
    ActionCard draw(Issue issue, Card card, CardPicture picture) {
        var link = desk().links().issue(issue.no());
        return picture.live()
                ? CardTexts.evaluation(issue, card.cardId(), desk().people(), link)
                : CardTexts.evaluationOver(issue, card.cardId(), link, picture.outcome());
    }
}
