package io.issueloop.process.quarter;

import io.issueloop.appraisal.QuarterClosing;
import io.issueloop.kpi.Period;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 季末核对. */
@Component
class RecordQuarterCheckListener implements TaskListener {

    private final QuarterClosing closing;
    private final Acting acting;

    RecordQuarterCheckListener(QuarterClosing closing, Acting acting) {
        this.closing = closing;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var quarter = Period.of(task.getExecution().getProcessBusinessKey());
        closing.check(quarter, acting.now(), FormFields.takenFrom(task).text("checkNote"));
    }
}
