package io.issueloop.process.editor;

import io.issueloop.shared.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.springframework.stereotype.Component;

/** Plans of the engine: equal steps by themselves, lost ones as somebody chose. */
@Component
class MigrationPlans {

    private final RuntimeService runtime;
    private final RepositoryService repository;

    MigrationPlans(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    MigrationPlan automatic(String source, String target) {
        return runtime.createMigrationPlan(source, target)
                .mapEqualActivities()
                .updateEventTriggers()
                .build();
    }

    /**
     * @param chosen steps of the source that are lost, and where their instances go on
     * @throws Refused when one is not lost, does not exist, or cannot take the place
     */
    MigrationPlan with(String source, String target, Map<String, String> chosen) {
        var automatic = automatic(source, target);
        if (chosen.isEmpty()) {
            return automatic;
        }
        var mapped = targets(automatic);
        var before = nodes(source);
        var after = nodes(target);
        chosen.forEach(
                (from, to) -> {
                    if (mapped.containsKey(from)) {
                        throw new Refused("「%s」在新版里还在，不需要手动对应".formatted(title(before, from)));
                    }
                    demandAlike(before, from, after, to);
                });
        try {
            return build(source, target, chosen, before);
        } catch (MigrationPlanValidationException refused) {
            throw new Refused(
                    "引擎不允许这样对应：%s"
                            .formatted(EngineComplaints.of(refused, id -> title(before, id))));
        }
    }

    /** Whether the engine would take this one step for that. */
    boolean isPossible(String source, String target, FlowNode from, FlowNode to) {
        try {
            build(source, target, Map.of(from.getId(), to.getId()), Map.of(from.getId(), from));
            return true;
        } catch (MigrationPlanValidationException refused) {
            return false;
        }
    }

    static Map<String, String> targets(MigrationPlan plan) {
        return plan.getInstructions().stream()
                .collect(
                        Collectors.toMap(
                                MigrationInstruction::getSourceActivityId,
                                MigrationInstruction::getTargetActivityId));
    }

    List<FlowNode> steps(String definition) {
        return List.copyOf(
                repository.getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class));
    }

    private MigrationPlan build(
            String source, String target, Map<String, String> chosen, Map<String, FlowNode> from) {
        var plan =
                runtime.createMigrationPlan(source, target)
                        .mapEqualActivities()
                        .updateEventTriggers();
        chosen.forEach(
                (one, other) -> {
                    var pair = plan.mapActivities(one, other);
                    if (from.get(one) instanceof CatchEvent
                            || from.get(one) instanceof ReceiveTask) {
                        pair.updateEventTrigger();
                    }
                });
        return plan.build();
    }

    private static void demandAlike(
            Map<String, FlowNode> before, String from, Map<String, FlowNode> after, String to) {
        if (!before.containsKey(from) || !after.containsKey(to)) {
            throw new Refused("没有这一步：%s".formatted(before.containsKey(from) ? to : from));
        }
        StepLikeness.difference(before.get(from), after.get(to))
                .ifPresent(
                        why -> {
                            throw new Refused(
                                    "「%s」的实例不能改到「%s」：%s"
                                            .formatted(title(before, from), title(after, to), why));
                        });
    }

    private Map<String, FlowNode> nodes(String definition) {
        return steps(definition).stream().collect(Collectors.toMap(FlowNode::getId, one -> one));
    }

    static String title(FlowNode node) {
        return node.getName() == null || node.getName().isBlank() ? node.getId() : node.getName();
    }

    private static String title(Map<String, FlowNode> nodes, String id) {
        return Optional.ofNullable(nodes.get(id)).map(MigrationPlans::title).orElse(id);
    }
}
