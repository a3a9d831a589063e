package io.issueloop.appraisal;

import io.issueloop.appraisal.QuarterEvent.Type;
import io.issueloop.appraisal.QuarterLog.Note;
import io.issueloop.appraisal.QuarterLog.Revision;
import io.issueloop.appraisal.QuarterNotices.Kind;
import io.issueloop.kpi.KpiLocks;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the latest locked quarter again: reason, two people, people informed; its next lock is the
 * next revision, the old ones stay (kpi.md §5).
 */
@Service
@Transactional
public class QuarterReopening {

    private static final Logger log = LoggerFactory.getLogger(QuarterReopening.class);

    private final Quarters quarters;
    private final QuarterLog quarterLog;
    private final LockRules rules;
    private final QuarterProcess process;
    private final QuarterClosing closing;
    private final KpiLocks numbers;
    private final QuarterNotices notices;
    private final ApplicationEventPublisher publisher;

    QuarterReopening(
            Quarters quarters,
            QuarterLog quarterLog,
            LockRules rules,
            QuarterProcess process,
            QuarterClosing closing,
            KpiLocks numbers,
            QuarterNotices notices,
            ApplicationEventPublisher publisher) {
        this.quarters = quarters;
        this.quarterLog = quarterLog;
        this.rules = rules;
        this.process = process;
        this.closing = closing;
        this.numbers = numbers;
        this.notices = notices;
        this.publisher = publisher;
    }

    /**
     * A KPI administrator asks for it.
     *
     * @throws Refused when it is not the latest locked one, or has been asked for already
     */
    public void ask(Period quarter, UserId actor, String reason) {
        rules.requireFirst(actor);
        LockRules.requireReason(reason, "重新打开");
        quarterLog.lock();
        var stand = requireLatest(quarter);
        if (stand.state() != QuarterState.ARCHIVED) {
            throw new Refused("归档还没有完成，请稍后再申请");
        }
        if (asked(quarter).isPresent()) {
            throw new Refused("已有人申请重新打开，正等待复核");
        }
        quarterLog.append(revision(stand), Type.REOPEN_ASKED, actor, Note.because(reason));
        process.askToReopen(quarter, closing.remindAt());
        notices.tell(revision(stand), Kind.CONFIRM_REOPENING);
    }

    /**
     * Another person answers; {@link #reopen} follows an agreement.
     *
     * @throws Refused when this person may not, or does not say why not
     */
    public void decide(Period quarter, UserId actor, boolean agrees, String reason) {
        quarterLog.lock();
        var stand = requireLatest(quarter);
        var asked = asked(quarter).orElseThrow(() -> new Refused("这个申请已有人处理过，请刷新查看"));
        rules.requireSecond(actor, asked.actor());
        if (!agrees) {
            LockRules.requireReason(reason, "不同意");
        }
        var type = agrees ? Type.REOPENED : Type.REOPEN_REFUSED;
        var note = agrees ? asked.reason() : reason;
        quarterLog.append(revision(stand), type, actor, Note.because(note));
        if (!agrees) {
            notices.tell(revision(stand), Kind.REOPENING_REFUSED);
        }
    }

    /** 重新打开: the numbers may change again, from the check on. */
    public void reopen(Period quarter) {
        quarterLog.lock();
        var reopened =
                quarterLog
                        .last(quarter, Type.REOPENED, Type.CHECKED, Type.REOPEN_REFUSED)
                        .filter(event -> event.type() == Type.REOPENED)
                        .orElseThrow(
                                () -> new IllegalStateException(quarter + "：没有「重新打开」的记录，流程不能继续"));
        numbers.overtake(quarter);
        process.startAtCheck(quarter, closing.remindAt());
        notices.tell(new Revision(quarter, reopened.revision()), Kind.REOPENED);
        publisher.publishEvent(new QuarterReopened(quarters.of(quarter), reopened.reason()));
        log.info("{} opened again after revision {}", quarter, reopened.revision());
    }

    /** The request nobody has answered yet. */
    Optional<QuarterEvent> asked(Period quarter) {
        return quarterLog
                .last(quarter, Type.REOPEN_ASKED, Type.REOPEN_REFUSED, Type.REOPENED)
                .filter(event -> event.type() == Type.REOPEN_ASKED);
    }

    private Quarter requireLatest(Period quarter) {
        return quarters.latestLocked()
                .filter(latest -> latest.period().equals(quarter))
                .orElseThrow(() -> new Refused("只能重新打开最近一个已锁定的季度"));
    }

    private static Revision revision(Quarter stand) {
        return new Revision(stand.period(), stand.revision());
    }
}
