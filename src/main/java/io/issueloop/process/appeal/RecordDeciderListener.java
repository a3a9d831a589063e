package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.DECIDER_ID;

import io.issueloop.appraisal.appeal.AppealDecisions;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 指定裁决人: somebody independent. */
@Component
class RecordDeciderListener implements TaskListener {

    private final AppealDecisions decisions;
    private final Acting acting;

    RecordDeciderListener(AppealDecisions decisions, Acting acting) {
        this.decisions = decisions;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var fields = FormFields.takenFrom(task);
        var decider =
                decisions.recordDecider(
                        task.getExecution().getProcessBusinessKey(),
                        acting.now(),
                        fields.text("decider"));
        DECIDER_ID.set(task, decider.value());
    }
}
