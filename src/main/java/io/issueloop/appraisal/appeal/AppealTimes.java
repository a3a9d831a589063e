package io.issueloop.appraisal.appeal;

import io.issueloop.appraisal.appeal.AppealProcess.Timing;
import io.issueloop.calendar.WorkingCalendar;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How long an appeal may take: assigned within one working day, decided within three; the decider
 * is reminded a day before.
 */
@Component
class AppealTimes {

    private final WorkingCalendar calendar;

    AppealTimes(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    Timing from(Instant filedAt) {
        return new Timing(add(filedAt, 1), add(filedAt, 2), add(filedAt, 3));
    }

    private Instant add(Instant from, int days) {
        return calendar.addWork(from, WorkingCalendar.WORKING_DAY.multipliedBy(days));
    }
}
