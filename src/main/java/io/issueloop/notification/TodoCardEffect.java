package io.issueloop.notification;

import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.Issues;
import io.issueloop.notification.Message.ActionCard;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The handlers' cards of an issue. */
@Component
final class TodoCardEffect extends CardEffect {

    static final String NAME = "TODO_CARD";

    private final Directory people;
    private final Links links;

    TodoCardEffect(
            Issues issues,
            Cards cards,
            MessageSender sender,
            SentLog sentLog,
            Clock clock,
            Directory people,
            Links links) {
        super(issues, cards, sender, sentLog, clock);
        this.people = people;
        this.links = links;
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
    CardPicture picture(Issue issue, int turn) {
        return CardPicture.todo(issue, turn);
    }

    @Override
    ActionCard draw(Issue issue, Card card, CardPicture picture) {
        var link = links.issue(issue.no());
        return picture.live()
                ? CardTexts.todo(issue, card.cardId(), people, link)
                : CardTexts.todoOver(issue, card.cardId(), people, link, picture.outcome());
    }
}
