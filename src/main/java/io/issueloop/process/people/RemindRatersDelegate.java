package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.people.PeerRounds;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒评价人: once, those who have not rated everybody. */
@Component
class RemindRatersDelegate implements JavaDelegate {

    private final PeerRounds rounds;

    RemindRatersDelegate(PeerRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.remind(Period.of(PERIOD.from(execution)));
    }
}
