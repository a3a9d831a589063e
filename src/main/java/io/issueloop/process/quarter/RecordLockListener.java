package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.QUARTER_LOCKED;

import io.issueloop.appraisal.QuarterClosing;
import io.issueloop.kpi.Period;
import io.issueloop.process.work.Acting;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 复核锁定: agreed, or sent back with a reason. */
@Component
class RecordLockListener implements TaskListener {

    private final QuarterClosing closing;
    private final Acting acting;

    RecordLockListener(QuarterClosing closing, Acting acting) {
        this.closing = closing;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var quarter = Period.of(task.getExecution().getProcessBusinessKey());
        var answer = SecondOpinion.takenFrom(task);
        QUARTER_LOCKED.set(
                task, closing.confirm(quarter, acting.now(), answer.agrees(), answer.reason()));
    }
}
