package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.APPEAL_UPHELD;

import io.issueloop.appraisal.appeal.AppealDecisions;
import io.issueloop.appraisal.appeal.Verdict;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 裁决申诉: with a reason the person reads. */
@Component
class RecordAppealDecisionListener implements TaskListener {

    private final AppealDecisions decisions;
    private final Acting acting;

    RecordAppealDecisionListener(AppealDecisions decisions, Acting acting) {
        this.decisions = decisions;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var fields = FormFields.takenFrom(task);
        var verdict =
                new Verdict(
                        fields.text("appealDecision"),
                        fields.text("appealLine"),
                        fields.text("appealShare"),
                        fields.text("appealReason"));
        var no = task.getExecution().getProcessBusinessKey();
        APPEAL_UPHELD.set(task, decisions.record(no, acting.now(), verdict));
    }
}
