package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.appeal.AppealDecisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 上报: somebody else is to decide, the task goes with it. */
@Component
class EscalateAppealDelegate implements JavaDelegate {

    private final AppealDecisions decisions;

    EscalateAppealDelegate(AppealDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.escalate(businessKey(execution));
    }
}
