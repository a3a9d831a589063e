package io.issueloop.process.targets;

import io.issueloop.appraisal.targets.GradeTable;
import io.issueloop.appraisal.targets.TargetAdvice;
import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Asks the deployed tables, latest version. */
@Component
class CamundaTargetTables implements TargetAdvice, GradeTable {

    private static final String GRADE = "grade_performance";

    private final DecisionService decisions;
    private final RepositoryService repository;

    CamundaTargetTables(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public Answer advise(Question question) {
        var answer =
                ask(
                        "suggest_target",
                        Map.of(
                                "sufficient", question.sufficient(),
                                "smallestMargin", question.margin().doubleValue(),
                                "bestAttainment", question.attainment().doubleValue(),
                                "smallestSample", question.sample()));
        return new Answer(
                Move.labelled(answer.getEntry("advice")),
                number(answer, "maxStep"),
                number(answer, "marginShare"),
                answer.getEntry("explanation"));
    }

    @Override
    public Bounds bounds(String metric) {
        var answer = ask("bound_target", Map.of("metric", metric));
        return new Bounds(
                number(answer, "lowest"), number(answer, "highest"), number(answer, "grain"));
    }

    @Override
    public Grade grade(BigDecimal score) {
        var answer = ask(GRADE, Map.of("score", score.doubleValue()));
        return new Grade(answer.getEntry("grade"), answer.getEntry("gradeWords"), version());
    }

    @Override
    public int version() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(GRADE)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private DmnDecisionRuleResult ask(String table, Map<String, Object> inputs) {
        var answer = decisions.evaluateDecisionTableByKey(table).variables(inputs).evaluate();
        var first = answer.getFirstResult();
        if (first == null) {
            throw new IllegalStateException("table " + table + " has no answer to " + inputs);
        }
        return first;
    }

    private static BigDecimal number(DmnDecisionRuleResult answer, String name) {
        return new BigDecimal(answer.getEntry(name).toString());
    }
}
