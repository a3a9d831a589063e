package io.issueloop.process.quarter;

import static io.issueloop.process.ProcessVariables.REMIND_QUARTER_AT;

import io.issueloop.appraisal.QuarterClosing;
import io.issueloop.kpi.Period;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 申请锁定. */
@Component
class RecordLockSignatureListener implements TaskListener {

    private final QuarterClosing closing;
    private final Acting acting;

    RecordLockSignatureListener(QuarterClosing closing, Acting acting) {
        this.closing = closing;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var quarter = Period.of(task.getExecution().getProcessBusinessKey());
        closing.sign(quarter, acting.now(), FormFields.takenFrom(task).text("signNote"));
        REMIND_QUARTER_AT.set(task, Date.from(closing.remindAt()));
    }
}
