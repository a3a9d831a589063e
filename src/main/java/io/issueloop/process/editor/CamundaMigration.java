package io.issueloop.process.editor;

import io.issueloop.model.MigrationEngine;
import io.issueloop.model.MigrationPlan;
import io.issueloop.model.MigrationResult;
import io.issueloop.model.MigrationResult.Stayed;
import io.issueloop.model.ModelId;
import io.issueloop.model.ModelType;
import io.issueloop.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Running instances to another version, by the engine's own migration, one by one. */
@Component
class CamundaMigration implements MigrationEngine {

    private final StoredModels stored;
    private final RuntimeService runtime;
    private final MigrationPlans plans;
    private final WaitingSteps steps;
    private final TaskNames names;
    private final Undone undone;
    private final TransactionTemplate alone;

    CamundaMigration(
            StoredModels stored,
            RuntimeService runtime,
            MigrationPlans plans,
            WaitingSteps steps,
            TaskNames names,
            Undone undone,
            PlatformTransactionManager transactions) {
        this.stored = stored;
        this.runtime = runtime;
        this.plans = plans;
        this.steps = steps;
        this.names = names;
        this.undone = undone;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public MigrationPlan plan(String process, int from, int to) {
        var source = version(process, from);
        var target = version(process, to);
        return steps.plan(source, to, target.definition());
    }

    @Override
    public MigrationPlan planDraft(String process, int from, String content) {
        var source = version(process, from);
        return undone.with(
                new ModelId(ModelType.BPMN, process),
                content,
                deployed -> {
                    var target = deployed.getDeployedProcessDefinitions().get(0);
                    return steps.plan(source, 0, target.getId());
                });
    }

    @Override
    public List<Running> running(String process, int version, int most) {
        var definition = version(process, version).definition();
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionId(definition)
                .orderByProcessInstanceId()
                .asc()
                .listPage(0, most)
                .stream()
                .map(one -> new Running(one.getId(), key(one), steps.of(one.getId(), definition)))
                .toList();
    }

    @Override
    public MigrationResult migrate(Order order) {
        var source = version(order.process(), order.from());
        var target = version(order.process(), order.to());
        var plan = plans.with(source.definition(), target.definition(), order.mapping());
        var stayed = new ArrayList<Stayed>();
        var chosen = chosen(order, source.definition());
        for (var one : chosen) {
            move(one, plan).ifPresent(why -> stayed.add(new Stayed(one.getId(), key(one), why)));
        }
        var moved = chosen.size() - stayed.size();
        return new MigrationResult(moved, stayed, left(order, source.definition(), stayed.size()));
    }

    private List<ProcessInstance> chosen(Order order, String definition) {
        var except = Set.copyOf(order.except());
        var query = runtime.createProcessInstanceQuery().processDefinitionId(definition);
        if (!order.instances().isEmpty()) {
            query.processInstanceIds(Set.copyOf(order.instances()));
        }
        return query
                .orderByProcessInstanceId()
                .asc()
                .listPage(0, order.most() + except.size())
                .stream()
                .filter(one -> !except.contains(one.getId()))
                .limit(order.most())
                .toList();
    }

    private long left(Order order, String definition, int stayed) {
        if (!order.instances().isEmpty()) {
            return 0;
        }
        var running = runtime.createProcessInstanceQuery().processDefinitionId(definition).count();
        return Math.max(0, running - stayed - order.except().size());
    }

    /** Why it could not; empty when it is on the new version. */
    private Optional<String> move(
            ProcessInstance one, org.camunda.bpm.engine.migration.MigrationPlan plan) {
        try {
            alone.executeWithoutResult(
                    status -> {
                        runtime.newMigration(plan).processInstanceIds(one.getId()).execute();
                        names.renew(one.getId(), plan);
                    });
            return Optional.empty();
        } catch (ProcessEngineException e) {
            return Optional.of(steps.why(e, plan.getSourceProcessDefinitionId()));
        }
    }

    private StoredModel version(String process, int version) {
        return stored.version(new ModelId(ModelType.BPMN, process), version)
                .orElseThrow(() -> new Refused("流程 %s 没有第 %d 版".formatted(process, version)));
    }

    private static String key(ProcessInstance one) {
        return Optional.ofNullable(one.getBusinessKey()).orElse("");
    }
}
