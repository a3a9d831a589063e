package io.issueloop.process.targets;

import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.targets.NextTargets;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 启用目标: the quarter has begun. */
@Component
class ComeIntoForceDelegate implements JavaDelegate {

    private final NextTargets nextTargets;

    ComeIntoForceDelegate(NextTargets nextTargets) {
        this.nextTargets = nextTargets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closed = Period.of(PERIOD.from(execution));
        nextTargets.comeIntoForce(nextTargets.openedBy(closed).from());
    }
}
