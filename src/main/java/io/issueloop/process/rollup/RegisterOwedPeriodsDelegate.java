package io.issueloop.process.rollup;

import io.issueloop.appraisal.QuarterBeginnings;
import io.issueloop.kpi.KpiRollup;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 登记应算周期: the timer only wakes; what is owed stands in a table (trust.md §1 Periods). Quarters that
 * have ended begin to be closed.
 */
@Component
class RegisterOwedPeriodsDelegate implements JavaDelegate {

    private final KpiRollup rollup;
    private final QuarterBeginnings quarters;
    private final Clock clock;

    RegisterOwedPeriodsDelegate(KpiRollup rollup, QuarterBeginnings quarters, Clock clock) {
        this.rollup = rollup;
        this.quarters = quarters;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var now = clock.instant();
        rollup.owe(now);
        quarters.owe(now);
    }
}
