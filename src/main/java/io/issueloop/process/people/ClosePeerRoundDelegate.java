package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.people.PeerRounds;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 结束互评: what was rated is kept without who rated. */
@Component
class ClosePeerRoundDelegate implements JavaDelegate {

    private final PeerRounds rounds;

    ClosePeerRoundDelegate(PeerRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.close(Period.of(PERIOD.from(execution)));
    }
}
