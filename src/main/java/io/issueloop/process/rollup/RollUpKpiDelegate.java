package io.issueloop.process.rollup;

import static io.issueloop.process.ProcessVariables.SUMMARY_DUE_AT;

import io.issueloop.kpi.KpiRollup;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 汇总指标: everything that is owed, in order. */
@Component
class RollUpKpiDelegate implements JavaDelegate {

    private final KpiRollup rollup;
    private final Clock clock;

    RollUpKpiDelegate(KpiRollup rollup, Clock clock) {
        this.rollup = rollup;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rollup.computeOwed();
        SUMMARY_DUE_AT.set(execution, Date.from(rollup.summaryDueAt(clock.instant())));
    }
}
