package io.issueloop.wecom;

import java.util.List;

/** Does what one kind of event asks for. May be called again for the same event. */
interface EventHandler {

    boolean handles(CallbackEvent event);

    /** Works on events of one batch, oldest first, and settles each of them. */
    void handle(List<CallbackEvent> events, Settlement settlement);
}
