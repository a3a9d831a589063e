package io.issueloop.collaboration.review;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** When a review may be, and when people are reminded; always within working hours. */
@Component
class ReviewTimes {

    private static final Duration STEP = Duration.ofMinutes(30);

    /** Off the full and the half hour, in the morning. */
    private static final LocalTime REMINDERS = LocalTime.of(9, 23);

    private final WorkingCalendar calendar;
    private final ReviewStore reviews;
    private final Clock clock;

    ReviewTimes(WorkingCalendar calendar, ReviewStore reviews, Clock clock) {
        this.calendar = calendar;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** The next free hour of the lead, a working day ahead at least, not over noon. */
    Instant next(UserId lead) {
        var start = roundedUp(calendar.addWork(clock.instant(), WorkingCalendar.WORKING_DAY));
        while (!isWorked(start) || reviews.isTaken(lead, start, start.plus(Review.LENGTH))) {
            start = start.plus(STEP);
        }
        return start;
    }

    /**
     * @throws Refused when the hour is over, or not one of work
     */
    void check(Instant start) {
        if (!start.isAfter(clock.instant())) {
            throw new Refused("这个时间已经过去，请选择以后的时间");
        }
        if (!isWorked(start)) {
            throw new Refused("复盘会需要一个完整的工作小时：工作日 9:00–12:00 或 13:00–18:00");
        }
    }

    /** A working day after the meeting, off the full and the half hour. */
    Instant remindOfConclusions(Instant end) {
        return calendar.addWork(end, WorkingCalendar.WORKING_DAY).plus(Duration.ofMinutes(7));
    }

    /** On the last working morning before the day it is due, or, when that is over, on the day. */
    Instant remindOfMeasure(LocalDate dueOn) {
        var day = dueOn.minusDays(1);
        while (!isWorkingDay(day) && day.isAfter(dueOn.minusDays(15))) {
            day = day.minusDays(1);
        }
        var before = morning(day);
        return before.isAfter(clock.instant()) ? before : morning(dueOn);
    }

    /** Whether people work on this day. */
    boolean isWorkingDay(LocalDate day) {
        return !calendar.workBetween(
                        day.atStartOfDay(Zones.REPORTING).toInstant(),
                        day.plusDays(1).atStartOfDay(Zones.REPORTING).toInstant())
                .isZero();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.REPORTING);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(REMINDERS).atZone(Zones.REPORTING).toInstant();
    }

    private boolean isWorked(Instant start) {
        return calendar.workBetween(start, start.plus(Review.LENGTH)).equals(Review.LENGTH);
    }

    private static Instant roundedUp(Instant instant) {
        var down = instant.truncatedTo(ChronoUnit.HOURS);
        var rounded = down;
        while (rounded.isBefore(instant)) {
            rounded = rounded.plus(STEP);
        }
        return rounded;
    }
}
