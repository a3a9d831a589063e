package io.issueloop.process.rollup;

import io.issueloop.kpi.KpiRollup;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 登记应算周期: the timer only wakes; what is owed stands in a table (trust.md §1 Periods). */
@Component
class RegisterOwedPeriodsDelegate implements JavaDelegate {

    private final KpiRollup rollup;
    private final Clock clock;

    RegisterOwedPeriodsDelegate(KpiRollup rollup, Clock clock) {
        this.rollup = rollup;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rollup.owe(clock.instant());
    }
}
