package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.REMIND_QUARTER_AT;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.QuarterClosing;
import io.issueloop.kpi.Period;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 截止并试算. */
@Component
class TakeStockDelegate implements JavaDelegate {

    private final QuarterClosing closing;

    TakeStockDelegate(QuarterClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.takeStock(Period.of(businessKey(execution)));
        REMIND_QUARTER_AT.set(execution, Date.from(closing.remindAt()));
    }
}
