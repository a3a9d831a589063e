package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.appeal.AppealDecisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 催办指定: the KPI administrators, once. */
@Component
class RemindAssignmentDelegate implements JavaDelegate {

    private final AppealDecisions decisions;

    RemindAssignmentDelegate(AppealDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.remindAssigners(businessKey(execution));
    }
}
