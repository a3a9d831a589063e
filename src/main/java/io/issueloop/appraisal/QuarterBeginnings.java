package io.issueloop.appraisal;

import io.issueloop.appraisal.QuarterEvent.Type;
import io.issueloop.appraisal.QuarterLog.Note;
import io.issueloop.appraisal.QuarterLog.Revision;
import io.issueloop.calendar.CalendarVersions.CalendarPublished;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins to close quarters that have ended: each once, in order, however late and on however many
 * nodes; timers only wake us (trust.md §1 Periods).
 */
@Service
@Transactional
public class QuarterBeginnings {

    private static final Logger log = LoggerFactory.getLogger(QuarterBeginnings.class);

    private static final Set<Type> WAITING = Set.of(Type.ENDED, Type.MOVED);

    private final Quarters quarters;
    private final QuarterLog quarterLog;
    private final QuarterProcess process;
    private final LockRules rules;
    private final Clock clock;

    QuarterBeginnings(
            Quarters quarters,
            QuarterLog quarterLog,
            QuarterProcess process,
            LockRules rules,
            Clock clock) {
        this.quarters = quarters;
        this.quarterLog = quarterLog;
        this.process = process;
        this.rules = rules;
        this.clock = clock;
    }

    /** Begins every quarter that ended while the product was in use. */
    public void owe(Instant now) {
        quarterLog.lock();
        quarterLog.unbegun(now).forEach(quarter -> begin(quarter, QuarterLog.SYSTEM));
    }

    /**
     * Begins one that ended before the product was in use: from imported history.
     *
     * @throws Refused when this is no KPI administrator, it has not ended, has no numbers, or has
     *     begun already
     */
    public void begin(Period quarter, UserId actor, String reason) {
        rules.requireFirst(actor);
        LockRules.requireReason(reason, "补做季度考核");
        quarterLog.lock();
        if (quarter.end().isAfter(clock.instant())) {
            throw new Refused(quarter.label() + "还没有结束");
        }
        if (!quarterLog.hasNumbers(quarter)) {
            throw new Refused(quarter.label() + "没有可以考核的数据");
        }
        if (quarters.of(quarter).state() != QuarterState.OPEN) {
            throw new Refused(quarter.label() + "已经开始考核，请刷新查看");
        }
        if (quarters.latestLocked().filter(last -> isLater(last, quarter)).isPresent()) {
            throw new Refused("之后的季度已经锁定，不能再补做更早的季度");
        }
        begin(quarter, actor);
    }

    /** A new calendar moves the cut-offs that are still waited for (kpi.md §2). */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(CalendarPublished published) {
        quarterLog.lock();
        for (var stand : quarters.all()) {
            var cutOff = quarters.cutOff(stand.period());
            var last = quarterLog.of(stand.period()).stream().reduce((one, later) -> later);
            var waits = last.map(QuarterEvent::type).filter(WAITING::contains).isPresent();
            if (waits && !cutOff.equals(stand.cutOff())) {
                var revision = new Revision(stand.period(), 1);
                quarterLog.append(revision, Type.MOVED, QuarterLog.SYSTEM, Note.cutOff(cutOff));
                process.moveCutOff(stand.period(), cutOff);
            }
        }
    }

    private void begin(Period quarter, UserId actor) {
        var cutOff = quarters.of(quarter).cutOff();
        quarterLog.append(new Revision(quarter, 1), Type.ENDED, actor, Note.cutOff(cutOff));
        process.start(quarter, cutOff);
        log.info("{} has ended, cut-off at {}", quarter, cutOff);
    }

    private static boolean isLater(Quarter one, Period other) {
        return one.period().start().isAfter(other.start());
    }
}
