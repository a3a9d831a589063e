package io.issueloop.kpi;

import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.delivery.Deliveries;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes the KPIs of the periods that are owed. Everything may run again, late or on two nodes at
 * once: same facts, same values, same ids (kpi.md §5). Methods take part in the caller's
 * transaction.
 */
@Service
public class KpiRollup {

    private static final Logger log = LoggerFactory.getLogger(KpiRollup.class);

    /** Older news is none: a period caught up after so long is computed, but nobody is woken. */
    private static final Duration NEWS = Duration.ofDays(31);

    private final OwedPeriods owed;
    private final PeriodComputation computation;
    private final KpiValues values;
    private final WorkingCalendar calendar;
    private final Deliveries deliveries;
    private final Clock clock;

    KpiRollup(
            OwedPeriods owed,
            PeriodComputation computation,
            KpiValues values,
            WorkingCalendar calendar,
            Deliveries deliveries,
            Clock clock) {
        this.owed = owed;
        this.computation = computation;
        this.values = values;
        this.calendar = calendar;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Registers what has to be computed as of {@code now}; nothing before the first issue. */
    @Transactional
    public void owe(Instant now) {
        owed.lock();
        owed.register(now);
    }

    /** Computes every owed period, oldest first, in one transaction; answers them in order. */
    @Transactional
    public List<Period> computeOwed() {
        var computed = new ArrayList<Period>();
        for (var next = computeNext(); next.isPresent(); next = computeNext()) {
            computed.add(next.get());
        }
        owed.shown()
                .forEach(
                        period ->
                                deliveries.request(
                                        key(period), KpiTableEffect.NAME, period.code()));
        return computed;
    }

    /** Computes the oldest owed period; empty when none is owed. */
    @Transactional
    public Optional<Period> computeNext() {
        owed.lock();
        var next = owed.next();
        next.ifPresent(this::compute);
        return next;
    }

    /**
     * When the summary may be pushed: within working hours, and not at minute 0 or 30 (design.md
     * §3).
     */
    public Instant summaryDueAt(Instant now) {
        var due = calendar.addWork(now, Duration.ofMinutes(7));
        int minute = due.atZone(Zones.REPORTING).getMinute();
        return minute % 30 == 0 ? due.plusSeconds(60) : due;
    }

    /** Periods people are to be told about, oldest first: finalised, or a team's status changed. */
    @Transactional(readOnly = true)
    public List<Period> summariesDue() {
        return owed.untold();
    }

    /** Has the summary of a period pushed to leads, CTO and KPI administrators. */
    @Transactional
    public void requestSummary(Period period) {
        deliveries.request(
                key(period), KpiSummaryEffect.NAME, period.code() + "/" + owed.told(period));
    }

    static String key(Period period) {
        return "KPI-" + period.code();
    }

    private void compute(Period period) {
        var now = clock.instant();
        boolean wasFinal = owed.isFinal(period);
        long lastEvent = owed.lastEvent();
        var before = values.standings(period);
        var done = computation.compute(period, now, false);
        boolean finalised = done.last() && !wasFinal;
        var after = values.standings(period);
        if (finalised || !after.equals(before)) {
            deliveries.request(key(period), KpiTableEffect.NAME, period.code());
        }
        boolean news = now.isBefore(owed.cutOff(period).plus(NEWS));
        boolean tell = news && (finalised || statusChanged(before, after));
        owed.computed(
                period,
                new OwedPeriods.Computed(
                        lastEvent, done.last(), done.definitions(), done.calendar(), now),
                tell);
        log.info("computed {} as {}", period, done.last() ? "final" : "provisional");
    }

    /** A team's judged status is another than before; the first computation is no change. */
    private static boolean statusChanged(
            Map<List<String>, KpiValues.Standing> before,
            Map<List<String>, KpiValues.Standing> after) {
        return before.entrySet().stream()
                .filter(entry -> !entry.getKey().get(2).startsWith("person:"))
                .filter(entry -> entry.getValue().counts())
                .anyMatch(
                        entry -> {
                            var now = after.get(entry.getKey());
                            return now != null && !now.status().equals(entry.getValue().status());
                        });
    }
}
