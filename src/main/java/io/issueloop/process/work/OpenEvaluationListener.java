package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.CLOSE_EVALUATION_AT;
import static io.issueloop.process.ProcessVariables.REMIND_EVALUATION_AT;

import io.issueloop.issue.EvaluationTimes;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Sets when the reporter is reminded and when silence closes the issue. */
@Component
class OpenEvaluationListener implements ExecutionListener {

    private final EvaluationTimes times;

    OpenEvaluationListener(EvaluationTimes times) {
        this.times = times;
    }

    @Override
    public void notify(DelegateExecution execution) {
        EvaluationOutcome.NOT_EVALUATED.set(execution);
        REMIND_EVALUATION_AT.set(execution, Date.from(times.remindAt()));
        CLOSE_EVALUATION_AT.set(execution, Date.from(times.closeAt()));
    }
}
