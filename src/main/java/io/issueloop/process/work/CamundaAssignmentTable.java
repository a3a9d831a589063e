package io.issueloop.process.work;

import io.issueloop.issue.AssignmentTable;
import io.issueloop.issue.Routing;
import io.issueloop.issue.Strategy;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the deployed tables, latest version. */
@Component
class CamundaAssignmentTable implements AssignmentTable {

    private final DecisionService decisions;

    CamundaAssignmentTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Routing routing(String category, String project) {
        return Routing.labelled(answer("assign_handler", category, project));
    }

    @Override
    public Strategy strategy(String category, String project) {
        return Strategy.labelled(answer("assign_strategy", category, project));
    }

    private String answer(String decision, String category, String project) {
        var result =
                decisions
                        .evaluateDecisionTableByKey(decision)
                        .variables(Map.of("category", category, "project", project))
                        .evaluate();
        var first = result.getFirstResult();
        return first == null ? "" : String.valueOf(first.<Object>getSingleEntry());
    }
}
