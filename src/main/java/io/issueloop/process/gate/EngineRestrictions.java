package io.issueloop.process.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Wires the gate and the restrictions at run time into the engine (trust.md §2). */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineRestrictions extends AbstractProcessEnginePlugin {

    private static final Set<String> PRIMITIVES =
            Set.of("string", "boolean", "integer", "long", "short", "double", "date", "null");

    private final ModelGate gate;
    private final AllowedBeans beans;

    EngineRestrictions(ModelGate gate, AllowedBeans beans) {
        this.gate = gate;
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreDeployers(plus(engine.getCustomPreDeployers(), new GateDeployer(gate)));
        engine.setCustomPostBPMNParseListeners(
                plus(engine.getCustomPostBPMNParseListeners(), new BehaviourGuard()));
        engine.setExpressionManager(new RestrictedExpressionManager(beans));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setArtifactFactory(new NoClasses());
        engine.setCmmnEnabled(false);
        restrictDecisions(engine);
        restrictQueries(engine);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationAllowedClasses("");
        engine.setDeserializationAllowedPackages("");
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        var serializers = engine.getVariableSerializers();
        List.copyOf(serializers.getSerializers()).stream()
                .filter(serializer -> !PRIMITIVES.contains(serializer.getName()))
                .forEach(serializers::removeSerializer);
        serializers.addSerializer(new TransientValues());
    }

    private static void restrictDecisions(ProcessEngineConfigurationImpl engine) {
        var dmn =
                (DefaultDmnEngineConfiguration)
                        DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        dmn.setFeelEngineFactory(new RememberedFeel());
        dmn.setDefaultInputExpressionExpressionLanguage("feel");
        dmn.setDefaultInputEntryExpressionLanguage("feel");
        dmn.setDefaultOutputEntryExpressionLanguage("feel");
        dmn.setDefaultLiteralExpressionLanguage("feel");
        engine.setDmnEngineConfiguration(dmn);
        engine.setDmnElProvider(
                expression -> {
                    throw new ProcessEngineException("决策表只能使用 FEEL");
                });
    }

    private static void restrictQueries(ProcessEngineConfigurationImpl engine) {
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setCustomPreCommandInterceptorsTxRequired(
                plus(engine.getCustomPreCommandInterceptorsTxRequired(), new QueryGuard()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                plus(engine.getCustomPreCommandInterceptorsTxRequiresNew(), new QueryGuard()));
    }

    private static <T> List<T> plus(@Nullable List<T> present, T added) {
        var all = new ArrayList<T>();
        if (present != null) {
            all.addAll(present);
        }
        all.add(added);
        return all;
    }
}
