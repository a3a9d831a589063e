package io.issueloop.process.targets;

import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.targets.NextTargets;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 沿用目标: nobody decided in time. */
@Component
class KeepTargetsDelegate implements JavaDelegate {

    private final NextTargets nextTargets;

    KeepTargetsDelegate(NextTargets nextTargets) {
        this.nextTargets = nextTargets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closed = Period.of(PERIOD.from(execution));
        nextTargets.keep(nextTargets.openedBy(closed).from());
    }
}
