package io.issueloop.process.editor;

import io.issueloop.model.DecisionTrial;
import io.issueloop.model.ModelId;
import io.issueloop.shared.Refused;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.stereotype.Component;

/** Asks a draft's decisions through the engine's own history, and undoes it. */
@Component
class CamundaDecisionTrial implements DecisionTrial {

    private final Undone undone;
    private final DecisionService decisions;
    private final HistoryService history;

    CamundaDecisionTrial(Undone undone, DecisionService decisions, HistoryService history) {
        this.undone = undone;
        this.decisions = decisions;
        this.history = history;
    }

    @Override
    public List<Question> questions(ModelId id, String content) {
        return Questions.of(content);
    }

    @Override
    public List<Answer> ask(
            ModelId id, String content, String decision, Map<String, Object> values) {
        try {
            return undone.with(id, content, deployed -> answers(deployed, decision, values));
        } catch (ProcessEngineException e) {
            throw new Refused("决策表没有算出结果：" + e.getMessage());
        }
    }

    private List<Answer> answers(
            DeploymentWithDefinitions deployed, String decision, Map<String, Object> values) {
        var definition =
                deployed.getDeployedDecisionDefinitions().stream()
                        .filter(one -> one.getKey().equals(decision))
                        .findFirst()
                        .orElseThrow(() -> new Refused("没有这个决策：" + decision));
        decisions
                .evaluateDecisionById(definition.getId())
                .variables(new LinkedHashMap<>(values))
                .evaluate();
        return history
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionIdIn(
                        deployed.getDeployedDecisionDefinitions().stream()
                                .map(DecisionDefinition::getId)
                                .toArray(String[]::new))
                .includeOutputs()
                .list()
                .stream()
                .sorted(Comparator.comparing(one -> one.getRootDecisionInstanceId() != null))
                .map(CamundaDecisionTrial::answer)
                .toList();
    }

    private static Answer answer(HistoricDecisionInstance instance) {
        var lines = new TreeMap<Integer, Line>();
        instance.getOutputs().forEach(output -> add(output, lines));
        return new Answer(
                instance.getDecisionDefinitionKey(),
                instance.getDecisionDefinitionName(),
                lines.values().stream().map(Line::rule).filter(rule -> !rule.isEmpty()).toList(),
                lines.values().stream().map(line -> line.text().toString()).toList());
    }

    private static void add(HistoricDecisionOutputInstance output, Map<Integer, Line> lines) {
        var rule = output.getRuleId() == null ? "" : output.getRuleId();
        var order = output.getRuleOrder() == null ? 0 : output.getRuleOrder();
        var line = lines.computeIfAbsent(order, number -> new Line(rule, new StringBuilder()));
        var text = line.text();
        var name =
                output.getClauseName() == null ? output.getVariableName() : output.getClauseName();
        text.append(text.isEmpty() ? "" : "，")
                .append(name)
                .append(" = ")
                .append(output.getValue() == null ? "空" : output.getValue());
    }

    private record Line(String rule, StringBuilder text) {}
}
