package io.issueloop.process.people;

import static io.issueloop.process.ProcessVariables.PEER_CLOSES_AT;
import static io.issueloop.process.ProcessVariables.PEER_RATER_COUNT;
import static io.issueloop.process.ProcessVariables.PEER_REMIND_AT;
import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.people.PeerRounds;
import io.issueloop.kpi.Period;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 邀请评价人. */
@Component
class OpenPeerRoundDelegate implements JavaDelegate {

    private final PeerRounds rounds;

    OpenPeerRoundDelegate(PeerRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var invited = rounds.open(Period.of(PERIOD.from(execution)));
        PEER_RATER_COUNT.set(execution, invited.raters().size());
        PEER_REMIND_AT.set(execution, Date.from(invited.round().remindAt()));
        PEER_CLOSES_AT.set(execution, Date.from(invited.round().closesAt()));
    }
}
