package io.issueloop.wecom;

import io.issueloop.directory.Directory;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The contacts, or who of them may see the application, changed (page 90240): they are read anew,
 * once for all changes of a batch. What exactly changed is not looked at: events of applications
 * created since 2022 name ids alone.
 */
@Component
class ContactEvents implements EventHandler {

    private static final Set<String> KINDS = Set.of("change_contact", "subscribe", "unsubscribe");

    private final Directory directory;

    ContactEvents(Directory directory) {
        this.directory = directory;
    }

    @Override
    public boolean handles(CallbackEvent event) {
        return KINDS.contains(event.type());
    }

    @Override
    public void handle(List<CallbackEvent> events, Settlement settlement) {
        directory.refresh();
        events.forEach(settlement::done);
    }
}
