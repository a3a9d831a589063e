package io.issueloop.process.targets;

import static io.issueloop.process.ProcessVariables.PERIOD;

import io.issueloop.appraisal.targets.DecisionForm;
import io.issueloop.appraisal.targets.NextTargets;
import io.issueloop.kpi.Period;
import io.issueloop.process.work.Acting;
import io.issueloop.process.work.FormFields;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 决定目标: what the targets are to be, and why. */
@Component
class RecordTargetsListener implements TaskListener {

    private final NextTargets nextTargets;
    private final DecisionForm form;
    private final Acting acting;

    RecordTargetsListener(NextTargets nextTargets, DecisionForm form, Acting acting) {
        this.nextTargets = nextTargets;
        this.form = form;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var from = nextTargets.openedBy(Period.of(PERIOD.from(task))).from();
        var fields = FormFields.takenFrom(task);
        var decision =
                form.read(
                        from,
                        fields.text("decisionChoice"),
                        fields.text("targetLines"),
                        fields.text("decisionReason"));
        nextTargets.decide(from, acting.now(), decision);
    }
}
