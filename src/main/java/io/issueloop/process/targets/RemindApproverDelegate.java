package io.issueloop.process.targets;

import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.targets.NextTargets;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒决定人: once. */
@Component
class RemindApproverDelegate implements JavaDelegate {

    private final NextTargets nextTargets;

    RemindApproverDelegate(NextTargets nextTargets) {
        this.nextTargets = nextTargets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closed = Period.of(PERIOD.from(execution));
        nextTargets.remindApprovers(nextTargets.openedBy(closed).from());
    }
}
