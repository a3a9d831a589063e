package io.issueloop.process.targets;

import static io.issueloop.process.ProcessVariables.PERIOD;
import static io.issueloop.process.ProcessVariables.REMIND_APPROVER_AT;

import io.issueloop.appraisal.targets.NextTargets;
import io.issueloop.kpi.Period;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The time for comments is over: whoever decides is told, and reminded once. */
@Component
class AskForDecisionListener implements ExecutionListener {

    private final NextTargets nextTargets;

    AskForDecisionListener(NextTargets nextTargets) {
        this.nextTargets = nextTargets;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var round = nextTargets.openedBy(Period.of(PERIOD.from(execution)));
        REMIND_APPROVER_AT.set(execution, Date.from(nextTargets.askForDecision(round.from())));
    }
}
