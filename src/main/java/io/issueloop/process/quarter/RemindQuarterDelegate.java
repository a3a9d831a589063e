package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.QuarterClosing;
import io.issueloop.appraisal.QuarterProcess;
import io.issueloop.kpi.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒: whoever is asked now. */
@Component
class RemindQuarterDelegate implements JavaDelegate {

    private final QuarterClosing closing;
    private final QuarterProcess process;

    RemindQuarterDelegate(QuarterClosing closing, QuarterProcess process) {
        this.closing = closing;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var quarter = Period.of(businessKey(execution));
        process.openStep(quarter).ifPresent(step -> closing.remind(quarter, step));
    }
}
