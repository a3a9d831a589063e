package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.Handover;
import io.issueloop.issue.Handovers;
import io.issueloop.shared.UserId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 交给负责人: nobody confirmed in time. */
@Component
class HandToLeadDelegate implements JavaDelegate {

    private final Handovers handovers;

    HandToLeadDelegate(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handovers.carryOut(Handover.idIn(businessKey(execution)), UserId.SYSTEM, true);
    }
}
