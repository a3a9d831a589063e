package io.issueloop.appraisal;

import io.issueloop.appraisal.QuarterEvent.Type;
import io.issueloop.appraisal.QuarterLog.Note;
import io.issueloop.appraisal.QuarterLog.Revision;
import io.issueloop.appraisal.QuarterNotices.Kind;
import io.issueloop.calendar.WorkingCalendar;
import io.issueloop.kpi.KpiLocks;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that close a quarter, called by its process in its transaction; each may come again and
 * changes nothing then (kpi.md §5).
 */
@Service
@Transactional
public class QuarterClosing {

    private static final Logger log = LoggerFactory.getLogger(QuarterClosing.class);
    private static final Duration APPEALS = WorkingCalendar.WORKING_DAY.multipliedBy(5);
    private static final Duration REMINDER = WorkingCalendar.WORKING_DAY.multipliedBy(2);

    private final Quarters quarters;
    private final QuarterLog quarterLog;
    private final LockRules rules;
    private final ClosingChecks checks;
    private final TrialRuns runs;
    private final KpiLocks numbers;
    private final QuarterNotices notices;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    QuarterClosing(
            Quarters quarters,
            QuarterLog quarterLog,
            LockRules rules,
            ClosingChecks checks,
            TrialRuns runs,
            KpiLocks numbers,
            QuarterNotices notices,
            WorkingCalendar calendar,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.quarters = quarters;
        this.quarterLog = quarterLog;
        this.rules = rules;
        this.checks = checks;
        this.runs = runs;
        this.numbers = numbers;
        this.notices = notices;
        this.calendar = calendar;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** When whoever has been asked to do something is reminded: two working days from now. */
    public Instant remindAt() {
        return calendar.addWork(clock.instant(), REMINDER);
    }

    /** 截止并试算: the last look back is over, everything is computed once more. */
    public void takeStock(Period quarter) {
        quarterLog.lock();
        var stand = quarters.of(quarter);
        numbers.settle();
        runs.run(quarter, QuarterLog.SYSTEM);
        quarterLog.append(
                next(stand), Type.CUT_OFF, QuarterLog.SYSTEM, Note.cutOff(stand.cutOff()));
        notices.tell(next(stand), Kind.CHECK);
    }

    /**
     * 季末核对: the checklist has been gone through.
     *
     * @throws Refused when this is no KPI administrator, or something blocks
     */
    public void check(Period quarter, UserId actor, String note) {
        rules.requireFirst(actor);
        quarterLog.lock();
        var stand = require(quarter, QuarterState.CUTOFF, "这个季度不在核对阶段，请刷新查看");
        numbers.settle();
        checks.requireNothingBlocks(quarter);
        var fingerprint = numbers.fingerprint(quarter);
        quarterLog.append(next(stand), Type.CHECKED, actor, Note.of(note, fingerprint));
    }

    /** 公示: people see their numbers; appeals are taken until the instant answered. */
    public Instant publish(Period quarter) {
        quarterLog.lock();
        var stand = quarters.of(quarter);
        if (stand.state() == QuarterState.REVIEW) {
            return stand.appeals().orElseThrow().to();
        }
        requireRecorded(next(stand), Type.CHECKED, Type.REOPENED);
        var until = calendar.addWork(clock.instant(), APPEALS);
        quarterLog.append(next(stand), Type.PUBLISHED, QuarterLog.SYSTEM, Note.appealsUntil(until));
        numbers.show(quarter);
        notices.tell(next(stand), Kind.PUBLISHED);
        publisher.publishEvent(new QuarterPublished(quarters.of(quarter)));
        log.info("{} published, appeals until {}", quarter, until);
        return until;
    }

    /** 申诉期结束: the KPI administrators are asked to have it locked. */
    public void appealsOver(Period quarter) {
        notices.tell(next(quarters.of(quarter)), Kind.SIGN);
    }

    /**
     * 申请锁定.
     *
     * @throws Refused when this is no KPI administrator, or something blocks, an open appeal say
     */
    public void sign(Period quarter, UserId actor, String note) {
        rules.requireFirst(actor);
        quarterLog.lock();
        var stand = requireLockable(quarter);
        var fingerprint = numbers.fingerprint(quarter);
        quarterLog.append(next(stand), Type.SIGNED, actor, Note.of(note, fingerprint));
        notices.tell(next(stand), Kind.CONFIRM);
    }

    /**
     * 复核锁定, by another person.
     *
     * @return whether the quarter is locked now; otherwise it goes back to the first
     * @throws Refused when this person may not, something blocks, the numbers are others than those
     *     the first person had signed, or no reason is given for sending it back
     */
    public boolean confirm(Period quarter, UserId actor, boolean agrees, String reason) {
        quarterLog.lock();
        var stand = require(quarter, QuarterState.REVIEW, "这个季度已有人处理过，请刷新查看");
        var signed =
                quarterLog
                        .last(quarter, Type.SIGNED, Type.RETURNED, Type.PUBLISHED)
                        .filter(event -> event.type() == Type.SIGNED)
                        .orElseThrow(() -> new Refused("还没有人申请锁定，请先由 KPI 管理员申请"));
        rules.requireSecond(actor, signed.actor());
        if (!agrees) {
            LockRules.requireReason(reason, "退回");
            quarterLog.append(next(stand), Type.RETURNED, actor, Note.because(reason));
            notices.tell(next(stand), Kind.RETURNED);
            return false;
        }
        requireLockable(quarter);
        var fingerprint = numbers.fingerprint(quarter);
        if (!signed.fingerprint().filter(fingerprint::equals).isPresent()) {
            throw new Refused("申请锁定之后数值有了变化，请退回，由 KPI 管理员重新核对后再申请");
        }
        quarterLog.append(next(stand), Type.LOCKED, actor, Note.of(reason, fingerprint));
        numbers.overtake(quarter);
        notices.tell(next(stand), Kind.LOCKED);
        publisher.publishEvent(new QuarterLocked(quarters.of(quarter)));
        log.info("{} locked as revision {}", quarter, next(stand).number());
        return true;
    }

    /** 归档: the archive exists. */
    public void archived(Period quarter) {
        quarterLog.lock();
        var stand = quarters.of(quarter);
        if (stand.state() == QuarterState.LOCKED) {
            var revision = new Revision(quarter, stand.revision());
            quarterLog.append(revision, Type.ARCHIVED, QuarterLog.SYSTEM, Note.NONE);
        }
    }

    /** Nobody has done what was asked of them. */
    public void remind(Period quarter, QuarterProcess.Step step) {
        notices.remind(next(quarters.of(quarter)), step);
    }

    private Quarter requireLockable(Period quarter) {
        var stand = require(quarter, QuarterState.REVIEW, "这个季度不在公示阶段，请刷新查看");
        if (stand.takesAppealsAt(clock.instant())) {
            throw new Refused("申诉期还没有结束，结束后才能锁定");
        }
        numbers.settle();
        checks.requireNothingBlocks(quarter);
        return stand;
    }

    private Quarter require(Period quarter, QuarterState state, String otherwise) {
        var stand = quarters.of(quarter);
        if (stand.state() != state) {
            throw new Refused(otherwise);
        }
        return stand;
    }

    /** The token may have run ahead of what people decided: then this is an incident. */
    private void requireRecorded(Revision revision, Type decided, Type undone) {
        var last = quarterLog.last(revision.quarter(), decided, undone);
        if (last.filter(event -> event.type() == decided).isEmpty()) {
            throw new IllegalStateException(
                    "%s：没有「%s」的记录，流程不能继续".formatted(revision.quarter(), decided.label()));
        }
    }

    private static Revision next(Quarter stand) {
        return new Revision(stand.period(), stand.revision() + 1);
    }
}
