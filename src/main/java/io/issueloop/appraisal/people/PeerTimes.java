package io.issueloop.appraisal.people;

import io.issueloop.calendar.WorkingCalendar;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long a round lasts: three working days, the reminder after two (within the cut-off). */
@Component
class PeerTimes {

    private final WorkingCalendar calendar;

    PeerTimes(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    Instant remindAt(Instant openedAt) {
        return calendar.addWork(openedAt, WorkingCalendar.WORKING_DAY.multipliedBy(2));
    }

    Instant closesAt(Instant openedAt) {
        return calendar.addWork(openedAt, WorkingCalendar.WORKING_DAY.multipliedBy(3));
    }
}
