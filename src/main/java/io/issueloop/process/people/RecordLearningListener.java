package io.issueloop.process.people;

import io.issueloop.appraisal.people.LearningDecisions;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import io.issueloop.shared.Refused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 审核学习计划: agreed or verified, or returned with a reason. */
@Component
class RecordLearningListener implements TaskListener {

    private final LearningDecisions decisions;
    private final Acting acting;

    RecordLearningListener(LearningDecisions decisions, Acting acting) {
        this.decisions = decisions;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var fields = FormFields.takenFrom(task);
        var agreed = fields.is("learningDecision", "agree");
        if (!agreed && !fields.is("learningDecision", "return")) {
            throw new Refused("请选择同意或退回");
        }
        decisions.record(
                task.getExecution().getProcessBusinessKey(),
                acting.now(),
                agreed,
                fields.text("learningReason"));
    }
}
