package io.issueloop.appraisal.targets;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.kpi.Period;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When a round's steps are due; whatever is late, the quarter begins when it begins. */
@Component
class TargetTimes {

    private static final Duration DAY = WorkingCalendar.WORKING_DAY;
    private static final Duration COMMENTS = DAY.multipliedBy(5);
    private static final Duration DECISION = DAY.multipliedBy(3);
    private static final Duration ACKNOWLEDGE = DAY.multipliedBy(3);

    private final WorkingCalendar calendar;

    TargetTimes(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The quarter after the one after the closed one, or the next that has not begun. */
    static Period firstAhead(Period closed, Instant now) {
        var from = closed.quarter().next().next();
        while (!from.start().isAfter(now)) {
            from = from.next();
        }
        return from;
    }

    /** Five working days, less where the quarter is near: six are left for what follows. */
    Instant commentsUntil(Instant now, Instant startsAt) {
        var last = calendar.workBack(startsAt, DECISION.plus(ACKNOWLEDGE));
        var wanted = calendar.addWork(now, COMMENTS);
        return wanted.isBefore(last) ? wanted : last.isAfter(now) ? last : now;
    }

    /** Three working days after the decision was asked for. */
    Instant remindApprover(Instant now) {
        return calendar.addWork(now, DECISION);
    }

    /** Three working days before the quarter begins. */
    Instant remindPeople(Instant startsAt) {
        return calendar.workBack(startsAt, ACKNOWLEDGE);
    }
}
