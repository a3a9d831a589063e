package io.issueloop.issue;

import io.issueloop.calendar.CalendarVersions.CalendarPublished;
import io.issueloop.calendar.WorkingCalendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Open handovers are due a working day after they began, also by a new calendar. */
@Component
class HandoverDues {

    private final HandoverStore store;

    HandoverDues(HandoverStore store) {
        this.store = store;
    }

    @EventListener
    void on(CalendarPublished published) {
        for (var handover : store.allOpen()) {
            var due = published.now().addWork(handover.openedAt(), WorkingCalendar.WORKING_DAY);
            store.due(handover, due);
        }
    }
}
