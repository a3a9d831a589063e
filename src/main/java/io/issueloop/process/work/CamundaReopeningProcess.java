package io.issueloop.process.work;

import static io.issueloop.process.ProcessVariables.CATEGORY;
import static io.issueloop.process.ProcessVariables.EVALUATION_OUTCOME;
import static io.issueloop.process.ProcessVariables.HANDLER_ID;
import static io.issueloop.process.ProcessVariables.PROJECT;
import static io.issueloop.process.ProcessVariables.REPORTER_ID;
import static io.issueloop.process.ProcessVariables.ROUTING;
import static io.issueloop.process.ProcessVariables.URGENCY;

import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueAssignment;
import io.issueloop.issue.ReopeningProcess;
import io.issueloop.issue.Routing;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reopening after closing, on Camunda. */
@Component
class CamundaReopeningProcess implements ReopeningProcess {

    private final RuntimeService runtime;
    private final ObjectProvider<IssueAssignment> assignment;

    CamundaReopeningProcess(RuntimeService runtime, ObjectProvider<IssueAssignment> assignment) {
        this.runtime = runtime;
        this.assignment = assignment;
    }

    @Override
    public void resume(Issue issue) {
        var other = assignment.getObject().reassignReopened(issue.no(), Routing.PROJECT_TEAM);
        var outcome = other.isPresent() ? EvaluationOutcome.REASSIGNED : EvaluationOutcome.UNSOLVED;
        var handler = other.or(issue::handler).orElseThrow();
        var variables =
                Variables.createVariables()
                        .putValue(URGENCY.name(), issue.urgency().label())
                        .putValue(PROJECT.name(), issue.project())
                        .putValue(CATEGORY.name(), issue.category().orElse(null))
                        .putValue(REPORTER_ID.name(), issue.reporter().value())
                        .putValue(HANDLER_ID.name(), handler.value())
                        .putValue(ROUTING.name(), Routing.PROJECT_TEAM.label())
                        .putValue(EVALUATION_OUTCOME.name(), outcome.name());
        runtime.createProcessInstanceByKey("issue_lifecycle")
                .businessKey(issue.no().value())
                .startBeforeActivity("CallActivity_IssueHandling")
                .setVariables(variables)
                .execute();
    }
}
