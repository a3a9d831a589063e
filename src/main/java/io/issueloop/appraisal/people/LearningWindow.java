package io.issueloop.appraisal.people;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Until when a quarter's plan can be agreed: the end of the tenth working day of the quarter, or of
 * the tenth after somebody joined in it; never after the quarter. What was learnt counts until the
 * cut-off (kpi.md §4 P5, §9).
 */
@Component
class LearningWindow {

    private final WorkingCalendar calendar;
    private final LearningStore store;

    LearningWindow(WorkingCalendar calendar, LearningStore store) {
        this.calendar = calendar;
        this.store = store;
    }

    Instant agreeUntil(Period quarter, UserId person) {
        var from =
                store.joinedAt(person)
                        .filter(joined -> joined.isAfter(quarter.start()))
                        .orElse(quarter.start());
        var until = calendar.addWork(from, WorkingCalendar.WORKING_DAY.multipliedBy(10));
        return until.isBefore(quarter.end()) ? until : quarter.end();
    }

    /** The quarter's cut-off, exclusive. */
    Instant verifyUntil(Period quarter) {
        return calendar.addWork(quarter.end(), WorkingCalendar.WORKING_DAY.multipliedBy(5));
    }

    Instant remindAt(Instant askedAt) {
        return calendar.addWork(askedAt, WorkingCalendar.WORKING_DAY.multipliedBy(2));
    }
}
