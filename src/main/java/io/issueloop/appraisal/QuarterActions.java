package io.issueloop.appraisal;

import io.issueloop.appraisal.QuarterProcess.Step;
import io.issueloop.kpi.KpiLocks;
import io.issueloop.kpi.Period;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with a quarter through our own doors; the process takes the step, its form too.
 */
@Service
@Transactional
public class QuarterActions {

    private final QuarterProcess process;
    private final QuarterLog quarterLog;
    private final LockRules rules;
    private final TrialRuns runs;
    private final KpiLocks numbers;
    private final Quarters quarters;

    QuarterActions(
            QuarterProcess process,
            QuarterLog quarterLog,
            LockRules rules,
            TrialRuns runs,
            KpiLocks numbers,
            Quarters quarters) {
        this.process = process;
        this.quarterLog = quarterLog;
        this.rules = rules;
        this.runs = runs;
        this.numbers = numbers;
        this.quarters = quarters;
    }

    /**
     * Computes the quarter wholly again and remembers what that changed.
     *
     * @throws Refused when this is no KPI administrator, or the quarter is not being closed
     */
    public void tryOut(Period quarter, UserId actor) {
        rules.requireFirst(actor);
        quarterLog.lock();
        var state = quarters.of(quarter).state();
        if (state != QuarterState.CUTOFF && state != QuarterState.REVIEW) {
            throw new Refused("%s%s，不能试算".formatted(quarter.label(), state.label()));
        }
        numbers.settle();
        runs.run(quarter, actor);
    }

    /** 季末核对: publishes the quarter. */
    public void check(Period quarter, UserId actor, String note) {
        process.complete(quarter, Step.CHECK, actor, Map.of("checkNote", note));
    }

    /** 申请锁定. */
    public void sign(Period quarter, UserId actor, String note) {
        process.complete(quarter, Step.SIGN, actor, Map.of("signNote", note));
    }

    /** 复核锁定. */
    public void confirm(Period quarter, UserId actor, boolean agrees, String reason) {
        process.complete(quarter, Step.CONFIRM, actor, answer(agrees, reason));
    }

    /** 复核重新打开. */
    public void confirmReopening(Period quarter, UserId actor, boolean agrees, String reason) {
        process.complete(quarter, Step.CONFIRM_REOPENING, actor, answer(agrees, reason));
    }

    private static Map<String, Object> answer(boolean agrees, String reason) {
        return Map.of("secondOpinion", agrees ? "agree" : "refuse", "secondReason", reason);
    }
}
