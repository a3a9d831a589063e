package io.issueloop.process.approval;

import static io.issueloop.process.ProcessVariables.APPROVALS_NEEDED;
import static io.issueloop.process.ProcessVariables.APPROVAL_DECIDED;
import static io.issueloop.process.ProcessVariables.APPROVAL_NEEDED;
import static io.issueloop.process.ProcessVariables.ESCALATE_APPROVAL_AT;
import static io.issueloop.process.ProcessVariables.IMPACT_WORDS;
import static io.issueloop.process.ProcessVariables.MANUAL_APPROVAL_AT;
import static io.issueloop.process.ProcessVariables.REMIND_APPROVAL_AT;
import static io.issueloop.process.ProcessVariables.SUBSTITUTE_APPROVAL_AT;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.approval.Approval;
import io.issueloop.approval.ApprovalLevel;
import io.issueloop.approval.ApprovalRule;
import io.issueloop.approval.Approvals;
import io.issueloop.issue.IssueNo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the approval as {@code decide_approval_level} says; the domain turns roles into people. */
@Component
class RecordApprovalLevelListener implements ExecutionListener {

    private final Approvals approvals;

    RecordApprovalLevelListener(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var result = (DmnDecisionResult) execution.getVariable("decisionResult");
        var words =
                Arrays.stream(IMPACT_WORDS.find(execution).orElse("").split("、"))
                        .filter(word -> !word.isBlank())
                        .toList();
        var approval =
                approvals.open(
                        IssueNo.of(businessKey(execution)), level(result.getSingleResult()), words);
        APPROVAL_NEEDED.set(execution, approval.isWaiting());
        APPROVAL_DECIDED.set(execution, false);
        APPROVALS_NEEDED.set(
                execution,
                approval.rule() == ApprovalRule.ANY ? 1 : Math.max(1, approval.approvers().size()));
        times(execution, approval.times());
    }

    private static void times(DelegateExecution execution, Approval.Times times) {
        MANUAL_APPROVAL_AT.set(execution, Date.from(times.manualAt()));
        REMIND_APPROVAL_AT.set(execution, Date.from(times.remindAt()));
        SUBSTITUTE_APPROVAL_AT.set(execution, Date.from(times.substituteAt()));
        ESCALATE_APPROVAL_AT.set(execution, Date.from(times.escalateAt()));
    }

    private static ApprovalLevel level(DmnDecisionResultEntries answer) {
        return new ApprovalLevel(
                ApprovalLevel.roles(answer.<String>getEntry("approverRoles")),
                ApprovalRule.labelled(answer.getEntry("approvalRule")),
                hours(answer, "remindAfter"),
                hours(answer, "substituteAfter"),
                hours(answer, "escalateAfter"));
    }

    private static Duration hours(DmnDecisionResultEntries answer, String output) {
        return Duration.ofHours(answer.<Number>getEntry(output).longValue());
    }
}
