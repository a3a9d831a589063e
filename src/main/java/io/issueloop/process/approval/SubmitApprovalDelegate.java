package io.issueloop.process.approval;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.approval.Approvals;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提交审批: asks WeCom for a form and does not wait for it. */
@Component
class SubmitApprovalDelegate implements JavaDelegate {

    private final Approvals approvals;

    SubmitApprovalDelegate(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approvals.submit(IssueNo.of(businessKey(execution)));
    }
}
