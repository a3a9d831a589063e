package io.issueloop.process.approval;

import static io.issueloop.process.ProcessVariables.APPROVED;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.approval.ApprovalState;
import io.issueloop.approval.Approvals;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Reads the recorded result: the process never decides by itself, and one that ran ahead of the
 * people fails here (trust.md §2).
 */
@Component
class ReadApprovalOutcomeListener implements ExecutionListener {

    private final Approvals approvals;

    ReadApprovalOutcomeListener(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var approval = approvals.get(IssueNo.of(businessKey(execution)));
        if (approval.isWaiting()) {
            throw new IllegalStateException("问题 %s 还没有审批结果".formatted(approval.issueNo()));
        }
        APPROVED.set(execution, approval.state() == ApprovalState.APPROVED);
    }
}
