package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.HANDLER_ID;
import static io.issueloop.process.ProcessVariables.ROUTING;

import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.Routing;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Who goes on with a reopened issue: its handler, or another member who accepts it first. */
@Component
class Reopening {

    private final IssueAssignment assignment;

    Reopening(IssueAssignment assignment) {
        this.assignment = assignment;
    }

    void goesTo(IssueNo issueNo, VariableScope scope) {
        var routing = ROUTING.find(scope).map(Routing::labelled).orElse(Routing.PROJECT_TEAM);
        var other = assignment.reassignReopened(issueNo, routing);
        other.ifPresent(handler -> HANDLER_ID.set(scope, handler.value()));
        (other.isPresent() ? EvaluationOutcome.REASSIGNED : EvaluationOutcome.UNSOLVED).set(scope);
    }
}
