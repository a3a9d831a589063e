package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.QuarterReopening;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 重新打开. */
@Component
class ReopenQuarterDelegate implements JavaDelegate {

    private final QuarterReopening reopening;

    ReopenQuarterDelegate(QuarterReopening reopening) {
        this.reopening = reopening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reopening.reopen(Period.of(businessKey(execution)));
    }
}
