package io.issueloop.process.targets;

import static io.issueloop.process.ProcessVariables.PERIOD;
import static io.issueloop.process.ProcessVariables.SUMMARY;
import static io.issueloop.process.ProcessVariables.TARGETS_START_AT;

import io.issueloop.appraisal.targets.DecisionForm;
import io.issueloop.appraisal.targets.NextTargets;
import io.issueloop.kpi.Period;
import io.issueloop.process.FormText;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 决定目标 opens: for those who decide, with the suggestions, until the quarter begins. */
@Component
class ShowTargetsListener implements TaskListener {

    private final NextTargets nextTargets;
    private final DecisionForm form;

    ShowTargetsListener(NextTargets nextTargets, DecisionForm form) {
        this.nextTargets = nextTargets;
        this.form = form;
    }

    @Override
    public void notify(DelegateTask task) {
        var round = nextTargets.openedBy(Period.of(PERIOD.from(task)));
        nextTargets.approvers().forEach(who -> task.addCandidateUser(who.value()));
        task.setDueDate(TARGETS_START_AT.from(task));
        task.setVariableLocal(SUMMARY.name(), FormText.plain(form.summary(round)));
    }
}
