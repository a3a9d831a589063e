package io.issueloop.process.editor;

import io.issueloop.model.MigrationPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where instances of a version wait, and what becomes of that. */
@Component
class WaitingSteps {

    private final RuntimeService runtime;
    private final MigrationPlans plans;
    private final Successors successors;
    private final JdbcClient jdbc;

    WaitingSteps(
            RuntimeService runtime, MigrationPlans plans, Successors successors, JdbcClient jdbc) {
        this.runtime = runtime;
        this.plans = plans;
        this.successors = successors;
        this.jdbc = jdbc;
    }

    /** Where instances of the version wait, and where they could go on in the other one. */
    MigrationPlan plan(StoredModel source, int to, String target) {
        var targets = MigrationPlans.targets(plans.automatic(source.definition(), target));
        var waiting = waiting(source.definition());
        var steps =
                plans.steps(source.definition()).stream()
                        .filter(node -> holds(node) || waiting.containsKey(node.getId()))
                        .map(
                                node -> {
                                    var there = targets.getOrDefault(node.getId(), "");
                                    var here = waiting.getOrDefault(node.getId(), 0L);
                                    return there.isEmpty() && here > 0
                                            ? successors.of(source.definition(), target, node, here)
                                            : Successors.none(node, there, here);
                                })
                        .toList();
        var version = source.version();
        return new MigrationPlan(version.version(), to, version.running(), steps);
    }

    /** The names of the steps an instance waits at. */
    List<String> of(String instance, String definition) {
        var names = names(definition);
        return runtime.getActiveActivityIds(instance).stream()
                .distinct()
                .map(id -> names.getOrDefault(id, id))
                .toList();
    }

    /** Chinese: what keeps an instance from moving. */
    String why(ProcessEngineException thrown, String definition) {
        if (thrown instanceof MigratingProcessInstanceValidationException refused) {
            var names = names(definition);
            var at =
                    refused.getValidationReport().getActivityInstanceReports().stream()
                            .map(
                                    one ->
                                            names.getOrDefault(
                                                    one.getSourceScopeId(), one.getSourceScopeId()))
                            .collect(Collectors.toCollection(java.util.TreeSet::new));
            refused.getValidationReport().getTransitionInstanceReports().stream()
                    .map(one -> names.getOrDefault(one.getSourceScopeId(), one.getSourceScopeId()))
                    .forEach(at::add);
            if (!at.isEmpty()) {
                return "停在「%s」，新版本里没有对应的步骤".formatted(String.join("」「", at));
            }
        }
        return "引擎不允许：" + thrown.getMessage();
    }

    private static boolean holds(FlowNode node) {
        return node instanceof UserTask
                || node instanceof CallActivity
                || node instanceof ReceiveTask
                || node instanceof CatchEvent && !(node instanceof StartEvent);
    }

    private Map<String, Long> waiting(String definition) {
        return jdbc
                .sql(
                        """
                        select act_id_, count(*) as instances from act_ru_execution
                         where proc_def_id_ = :definition and act_id_ is not null and is_active_
                         group by act_id_
                        """)
                .param("definition", definition)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, String> names(String definition) {
        return plans.steps(definition).stream()
                .collect(Collectors.toMap(FlowNode::getId, MigrationPlans::title));
    }
}
