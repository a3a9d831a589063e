package io.issueloop.process.appeal;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.appraisal.appeal.AppealDecisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒裁决人: once, a working day before the term. */
@Component
class RemindDeciderDelegate implements JavaDelegate {

    private final AppealDecisions decisions;

    RemindDeciderDelegate(AppealDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.remindDecider(businessKey(execution));
    }
}
