package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.appeal.AppealDecisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 重新计算: the quarter with the correction. */
@Component
class CorrectKpiDelegate implements JavaDelegate {

    private final AppealDecisions decisions;

    CorrectKpiDelegate(AppealDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.recompute(businessKey(execution));
    }
}
