package io.issueloop.kpi;

import io.issueloop.calendar.CalendarCoverage;
import io.issueloop.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Computes one period: lines, sums, scores. What was computed before is kept where only some issues
 * changed; the result is the same as if all of it were computed again.
 */
@Component
class PeriodComputation {

    private final LockedPeriods locked;
    private final DefinitionStore definitions;
    private final ExecutedStatements statements;
    private final PeriodLines lines;
    private final ChangedIssues changed;
    private final PeriodTallies tallies;
    private final PeriodScores scores;
    private final KpiValues values;
    private final WorkingCalendar calendar;
    private final CalendarCoverage coverage;

    PeriodComputation(
            LockedPeriods locked,
            DefinitionStore definitions,
            ExecutedStatements statements,
            PeriodLines lines,
            ChangedIssues changed,
            PeriodTallies tallies,
            PeriodScores scores,
            KpiValues values,
            WorkingCalendar calendar,
            CalendarCoverage coverage) {
        this.locked = locked;
        this.definitions = definitions;
        this.statements = statements;
        this.lines = lines;
        this.changed = changed;
        this.tallies = tallies;
        this.scores = scores;
        this.values = values;
        this.calendar = calendar;
        this.coverage = coverage;
    }

    /** What was used, for the next time. */
    record Done(int definitions, int calendar, boolean last) {}

    /**
     * @param whole whether everything is computed again, whatever changed
     */
    Done compute(Period period, Instant now, boolean whole) {
        locked.requireOpen(period);
        var look = new PeriodLook(period, definitions.at(period), cutOff(period.end()), now);
        statements.keep(now);
        var issues = changed.since(look, coverage.version()).filter(some -> !whole);
        issues.ifPresentOrElse(some -> lines.write(look, some), () -> lines.write(look));
        boolean last = !now.isBefore(look.cutOff());
        values.write(period, results(look), !last, coverage.version(), now);
        return new Done(look.version().version(), coverage.version(), last);
    }

    private List<Tally> results(PeriodLook look) {
        var exposures = tallies.exposures(look.period());
        var results = new ArrayList<>(tallies.of(look, exposures));
        results.addAll(scores.write(look.period(), look.version(), results, exposures));
        return results;
    }

    /** End plus five working days, exclusive (kpi.md §9). */
    private Instant cutOff(Instant end) {
        return calendar.addWork(end, WorkingCalendar.WORKING_DAY.multipliedBy(5));
    }
}
