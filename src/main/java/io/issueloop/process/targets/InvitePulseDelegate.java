package io.issueloop.process.targets;

import io.issueloop.appraisal.effects.PulseRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 邀请填写: the timer only wakes; who was asked stands in a table. */
@Component
class InvitePulseDelegate implements JavaDelegate {

    private final PulseRounds rounds;

    InvitePulseDelegate(PulseRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.invite();
    }
}
