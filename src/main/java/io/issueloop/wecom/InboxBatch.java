package io.issueloop.wecom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Decodes the messages of a batch and hands them to those who wait for them. */
@Component
class InboxBatch {

    private final List<EventHandler> handlers;
    private final Inbox inbox;

    InboxBatch(List<EventHandler> handlers, Inbox inbox) {
        this.handlers = handlers;
        this.inbox = inbox;
    }

    /** Every message is settled afterwards, whatever happened. */
    void process(List<Inbox.Message> messages) {
        var settlement = new Settlement(inbox);
        var shares = new LinkedHashMap<EventHandler, List<CallbackEvent>>();
        for (var message : messages) {
            try {
                var event = CallbackEvent.of(message);
                handlers.stream()
                        .filter(handler -> handler.handles(event))
                        .findFirst()
                        .ifPresentOrElse(
                                handler ->
                                        shares.computeIfAbsent(handler, h -> new ArrayList<>())
                                                .add(event),
                                () -> settlement.ignored(message));
            } catch (RuntimeException problem) {
                settlement.failed(message, problem);
            }
        }
        shares.forEach((handler, events) -> handle(handler, events, settlement));
        settlement.commit();
    }

    private static void handle(
            EventHandler handler, List<CallbackEvent> events, Settlement settlement) {
        try {
            handler.handle(events, settlement);
        } catch (RuntimeException problem) {
            events.forEach(event -> settlement.failed(event.message(), problem));
        }
    }
}
