package io.issueloop.process.work;

import io.issueloop.issue.AssignmentTable;
import io.issueloop.issue.Routing;
import io.issueloop.issue.Strategy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * Asks the deployed tables, latest version. An answer of one version never changes, so it is
 * remembered: asking again writes no history.
 */
@Component
class CamundaAssignmentTable implements AssignmentTable {

    private static final int REMEMBERED = 1000;

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Map<List<String>, String> answers = new ConcurrentHashMap<>();

    CamundaAssignmentTable(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
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
        var latest =
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision)
                        .latestVersion()
                        .singleResult();
        if (latest == null) {
            throw new IllegalStateException("no such decision: " + decision);
        }
        var question = List.of(latest.getId(), category, project);
        var known = answers.get(question);
        if (known != null) {
            return known;
        }
        if (answers.size() >= REMEMBERED) {
            answers.clear();
        }
        var answer = evaluated(latest.getId(), category, project);
        answers.put(question, answer);
        return answer;
    }

    private String evaluated(String definition, String category, String project) {
        var result =
                decisions
                        .evaluateDecisionTableById(definition)
                        .variables(Map.of("category", category, "project", project))
                        .evaluate();
        var first = result.getFirstResult();
        return first == null ? "" : String.valueOf(first.<Object>getSingleEntry());
    }
}
