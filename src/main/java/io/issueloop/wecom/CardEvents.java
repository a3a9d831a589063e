package io.issueloop.wecom;

import io.issueloop.notification.CardActions;
import io.issueloop.notification.CardClick;
import io.issueloop.shared.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A member pressed a button of a card (page 90240). */
@Component
class CardEvents implements EventHandler {

    private final CardActions actions;

    CardEvents(CardActions actions) {
        this.actions = actions;
    }

    @Override
    public boolean handles(CallbackEvent event) {
        return event.type().equals("template_card_event");
    }

    /** One after the other: presses on one card keep their order. */
    @Override
    public void handle(List<CallbackEvent> events, Settlement settlement) {
        for (var event : events) {
            try {
                actions.clicked(click(event));
                settlement.done(event);
            } catch (RuntimeException problem) {
                settlement.failed(event.message(), problem);
            }
        }
    }

    private static CardClick click(CallbackEvent event) {
        return new CardClick(
                event.xml().textOf("TaskId"),
                UserId.of(event.from()),
                event.xml().textOf("EventKey"),
                event.selections(),
                event.text("ResponseCode"));
    }
}
