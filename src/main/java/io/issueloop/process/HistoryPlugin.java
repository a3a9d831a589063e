package io.issueloop.process;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the engine keep {@link DeclaredVariablesHistory}. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HistoryPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var level = new DeclaredVariablesHistory();
        engine.setCustomHistoryLevels(List.of(level));
        engine.setHistoryLevel(level);
        engine.setHistory(level.getName());
    }
}
