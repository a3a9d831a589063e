package io.issueloop.appraisal.appeal;

import io.issueloop.appraisal.Quarter;
import io.issueloop.appraisal.Quarters;
import io.issueloop.kpi.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When a quarter's numbers can be appealed against (kpi.md §5): from publication on. */
@Component
public class AppealWindows {

    private final Quarters quarters;
    private final Clock clock;

    AppealWindows(Quarters quarters, Clock clock) {
        this.quarters = quarters;
        this.clock = clock;
    }

    /** Until when, exclusive; empty while it is not open. */
    public Optional<Instant> openUntil(Period quarter) {
        var stand = quarters.of(quarter);
        return stand.takesAppealsAt(clock.instant())
                ? stand.appeals().map(Quarter.AppealWindow::to)
                : Optional.empty();
    }
}
