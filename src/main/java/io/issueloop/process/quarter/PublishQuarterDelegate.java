package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.APPEALS_UNTIL;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.QuarterClosing;
import io.issueloop.kpi.Period;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 公示. */
@Component
class PublishQuarterDelegate implements JavaDelegate {

    private final QuarterClosing closing;

    PublishQuarterDelegate(QuarterClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var until = closing.publish(Period.of(businessKey(execution)));
        APPEALS_UNTIL.set(execution, Date.from(until));
    }
}
