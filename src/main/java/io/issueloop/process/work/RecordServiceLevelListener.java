package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.IMPACT_WORDS;
import static io.issueloop.process.ProcessVariables.IS_MAJOR;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueLifecycle;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.MajorDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Turns the table's working days into a due time, and records whether it is a major issue. */
@Component
class RecordServiceLevelListener implements ExecutionListener {

    private final IssueLifecycle lifecycle;

    RecordServiceLevelListener(IssueLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var answer =
                ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        boolean isMajor = answer.<Boolean>getEntry("isMajor");
        String words = answer.getEntry("impactWords");
        var decision = MajorDecision.of(isMajor, answer.getEntry("majorReason"), words);
        lifecycle.setServiceLevel(
                IssueNo.of(businessKey(execution)),
                answer.<Number>getEntry("serviceLevelDays").longValue(),
                decision);
        IS_MAJOR.set(execution, isMajor);
        if (isMajor) {
            IMPACT_WORDS.set(execution, words);
        }
    }
}
