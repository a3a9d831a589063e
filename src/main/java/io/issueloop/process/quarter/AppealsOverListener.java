package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.QuarterClosing;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** 申诉期结束: the first person is asked. */
@Component
class AppealsOverListener implements ExecutionListener {

    private final QuarterClosing closing;

    AppealsOverListener(QuarterClosing closing) {
        this.closing = closing;
    }

    @Override
    public void notify(DelegateExecution execution) {
        closing.appealsOver(Period.of(businessKey(execution)));
    }
}
