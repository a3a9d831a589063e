package io.issueloop.process.targets;

import static io.issueloop.process.ProcessVariables.PERIOD;
import static io.issueloop.process.ProcessVariables.REMIND_PEOPLE_AT;

import io.issueloop.appraisal.targets.NextTargets;
import io.issueloop.kpi.Period;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 公布目标: everybody is told, and asked to acknowledge. */
@Component
class PublishTargetsDelegate implements JavaDelegate {

    private final NextTargets nextTargets;

    PublishTargetsDelegate(NextTargets nextTargets) {
        this.nextTargets = nextTargets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closed = Period.of(PERIOD.from(execution));
        var remindAt = nextTargets.publish(nextTargets.openedBy(closed).from());
        REMIND_PEOPLE_AT.set(execution, Date.from(remindAt));
    }
}
