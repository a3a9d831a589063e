package io.issueloop.notification;

import io.issueloop.issue.Issue;
import io.issueloop.notification.Message.ActionCard;
import org.springframework.stereotype.Component;

/** The handlers' cards of an issue. */
@Component
final class TodoCardEffect extends CardEffect {

    static final String NAME = "TODO_CARD";

    TodoCardEffect(CardDesk desk) {
        super(desk);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "处理人待办卡片";
    }

    @Override
    Card.Kind kind() {
        return Card.Kind.TODO;
    }

    @Override
    CardPicture picture(Issue issue, Card card) {
        return CardPicture.todo(issue, card.turn());
    }

    @Override
    ActionCard draw(Issue issue, Card card, CardPicture picture) {
        var link = desk().links().issue(issue.no());
        return picture.live()
                ? CardTexts.todo(issue, card.cardId(), desk().people(), link)
                : CardTexts.todoOver(
                        issue, card.cardId(), desk().people(), link, picture.outcome());
    }
}
