package io.issueloop.process.targets;

import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.targets.NextTargets;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 征求意见: everybody is asked. */
@Component
class InviteCommentsDelegate implements JavaDelegate {

    private final NextTargets nextTargets;

    InviteCommentsDelegate(NextTargets nextTargets) {
        this.nextTargets = nextTargets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closed = Period.of(PERIOD.from(execution));
        nextTargets.invite(nextTargets.openedBy(closed).from());
    }
}
