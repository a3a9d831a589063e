package io.issueloop.process.approval;

import io.issueloop.approval.ApprovalProcess;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.Refused;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code major_issue_approval} on Camunda. */
@Component
class CamundaApprovalProcess implements ApprovalProcess {

    static final String KEY = "major_issue_approval";

    private static final String DECIDED = "approval_decided";
    private static final String ACT_FIRST = "act_first";

    private final ObjectProvider<RuntimeService> runtime;

    CamundaApprovalProcess(ObjectProvider<RuntimeService> runtime) {
        this.runtime = runtime;
    }

    @Override
    public void decided(IssueNo issueNo) {
        tell(issueNo, DECIDED);
    }

    @Override
    public void actFirst(IssueNo issueNo) {
        tell(issueNo, ACT_FIRST);
    }

    private void tell(IssueNo issueNo, String message) {
        try {
            runtime.getObject()
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(issueNo.value())
                    .correlate();
        } catch (MismatchingMessageCorrelationException nobodyWaits) {
            throw new Refused("问题 %s 的审批还没有准备好或已经结束，请刷新后再试".formatted(issueNo));
        }
    }

    @Override
    public void endBeside(IssueNo issueNo) {
        runtime.getObject()
                .createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .processInstanceBusinessKey(issueNo.value())
                .rootProcessInstances()
                .list()
                .forEach(
                        beside ->
                                runtime.getObject()
                                        .createMessageCorrelation(DECIDED)
                                        .processInstanceId(beside.getId())
                                        .correlate());
    }
}
