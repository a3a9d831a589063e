package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.businessKey;

import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.IssueNo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 派发待办. */
@Component
class DispatchTodoDelegate implements JavaDelegate {

    private final IssueAssignment assignment;

    DispatchTodoDelegate(IssueAssignment assignment) {
        this.assignment = assignment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assignment.dispatch(IssueNo.of(businessKey(execution)));
    }
}
