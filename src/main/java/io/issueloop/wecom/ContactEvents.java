package io.issueloop.wecom;

import io.issueloop.directory.Directory;
import java.util.List;
import org.springframework.stereotype.Component;

/** The contacts changed (page 90240): they are read anew, once for all changes of a batch. */
@Component
class ContactEvents implements EventHandler {

    private final Directory directory;

    ContactEvents(Directory directory) {
        this.directory = directory;
    }

    @Override
    public boolean handles(CallbackEvent event) {
        return event.type().equals("change_contact");
    }

    @Override
    public void handle(List<CallbackEvent> events, Settlement settlement) {
        directory.refresh();
        events.forEach(settlement::done);
    }
}
