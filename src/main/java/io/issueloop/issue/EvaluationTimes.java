package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * When the reporter of a solution that is ready now is reminded, and when silence closes it
 * (design.md §4).
 */
@Component
public class EvaluationTimes {

    private static final int REMIND_AFTER_DAYS = 1;
    private static final int CLOSE_AFTER_DAYS = 3;

    private final WorkingCalendar calendar;
    private final Clock clock;

    EvaluationTimes(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** One working day from now, UTC. */
    public Instant remindAt() {
        return after(REMIND_AFTER_DAYS);
    }

    /** Three working days from now, UTC. */
    public Instant closeAt() {
        return after(CLOSE_AFTER_DAYS);
    }

    private Instant after(int workingDays) {
        return calendar.addWork(
                clock.instant(), WorkingCalendar.WORKING_DAY.multipliedBy(workingDays));
    }
}
