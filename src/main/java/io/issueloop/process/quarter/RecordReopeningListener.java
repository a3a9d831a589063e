package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.QUARTER_REOPENED;

import io.issueloop.appraisal.QuarterReopening;
import io.issueloop.kpi.Period;
import io.issueloop.process.work.Acting;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 复核重新打开: agreed, or not, with a reason. */
@Component
class RecordReopeningListener implements TaskListener {

    private final QuarterReopening reopening;
    private final Acting acting;

    RecordReopeningListener(QuarterReopening reopening, Acting acting) {
        this.reopening = reopening;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var quarter = Period.of(task.getExecution().getProcessBusinessKey());
        var answer = SecondOpinion.takenFrom(task);
        reopening.decide(quarter, acting.now(), answer.agrees(), answer.reason());
        QUARTER_REOPENED.set(task, answer.agrees());
    }
}
