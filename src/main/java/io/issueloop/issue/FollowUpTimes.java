package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * When a follow-up that opens now is due and reminded of: after two working days, and after one.
 * Reminders are never at minute 0 or 30, when everybody sends theirs (design.md §3 Quiet hours).
 */
@Component
public class FollowUpTimes {

    private static final int DUE_AFTER_DAYS = 2;
    private static final int REMIND_AFTER_DAYS = 1;
    private static final int HALF_AN_HOUR = 30;

    private final WorkingCalendar calendar;
    private final Clock clock;

    FollowUpTimes(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Two working days after it opened, UTC. */
    public Instant dueAt(Instant opened) {
        return after(opened, DUE_AFTER_DAYS);
    }

    public Instant dueAt() {
        return dueAt(clock.instant());
    }

    /** One working day from now, UTC. */
    public Instant remindAt() {
        var at = after(clock.instant(), REMIND_AFTER_DAYS);
        return at.atOffset(ZoneOffset.UTC).getMinute() % HALF_AN_HOUR == 0
                ? at.plus(1, ChronoUnit.MINUTES)
                : at;
    }

    private Instant after(Instant from, int workingDays) {
        return calendar.addWork(from, WorkingCalendar.WORKING_DAY.multipliedBy(workingDays));
    }
}
