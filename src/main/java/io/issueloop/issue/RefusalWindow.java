package io.issueloop.issue;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How long a wrong assignment can be refused: four working hours, after which it would count as the
 * handler's (kpi.md §4 P2).
 */
@Component
class RefusalWindow {

    private static final Duration OPEN_FOR = Duration.ofHours(4);

    private final WorkingCalendar calendar;
    private final Clock clock;

    RefusalWindow(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Until when the present handler may refuse, UTC; empty when nobody was assigned. */
    Optional<Instant> until(List<RecordedEvent> history) {
        return assigned(history).map(given -> by(given).addWork(given.occurredAt(), OPEN_FOR));
    }

    /**
     * @throws Refused when it is too late
     */
    void requireOpen(List<RecordedEvent> history) {
        var tooLate =
                assigned(history)
                        .filter(
                                given ->
                                        by(given)
                                                        .workBetween(
                                                                given.occurredAt(), clock.instant())
                                                        .compareTo(OPEN_FOR)
                                                > 0)
                        .isPresent();
        if (tooLate) {
            throw new Refused("指派已超过 4 个工作小时，不能再退回误派；请先接单，再用“转交”交给合适的同事");
        }
    }

    private WorkingCalendar by(IssueEvent assigned) {
        return calendar.of(DueTimes.team(assigned));
    }

    private static Optional<IssueEvent> assigned(List<RecordedEvent> history) {
        return history.stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == IssueEventType.ASSIGNED)
                .reduce((earlier, later) -> later);
    }
}
