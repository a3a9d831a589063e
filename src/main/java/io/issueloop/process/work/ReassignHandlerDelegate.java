package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.HANDLER_ID;
import static io.issueloop.process.ProcessVariables.ROUTING;
import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Routing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 改派处理人, after a refusal or a hand-over. */
@Component
class ReassignHandlerDelegate implements JavaDelegate {

    private final IssueAssignment assignment;

    ReassignHandlerDelegate(IssueAssignment assignment) {
        this.assignment = assignment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var handler =
                assignment.reassign(
                        IssueNo.of(businessKey(execution)),
                        Routing.labelled(ROUTING.from(execution)));
        HANDLER_ID.set(execution, handler.value());
    }
}
