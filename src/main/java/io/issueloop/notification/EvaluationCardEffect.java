package io.issueloop.notification;

import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.Issues;
import io.issueloop.notification.Message.ActionCard;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The reporter's cards of an issue. */
@Component
final class EvaluationCardEffect extends CardEffect {

    static final String NAME = "EVALUATION_CARD";

    private final Directory people;
    private final Links links;

    EvaluationCardEffect(
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
        return "提报人评价卡片";
    }

    @Override
    Card.Kind kind() {
        return Card.Kind.EVALUATION;
    }

    @Override
    CardPicture picture(Issue issue, int turn) {
        return CardPicture.evaluation(issue, turn);
    }

    @Override
    ActionCard draw(Issue issue, Card card, CardPicture picture) {
        var link = links.issue(issue.no());
        return picture.live()
                ? CardTexts.evaluation(issue, card.cardId(), people, link)
                : CardTexts.evaluationOver(issue, card.cardId(), link, picture.outcome());
    }
}
