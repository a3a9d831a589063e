package io.issueloop.process.rollup;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Wakes the roll-up beside its timer: after a start, for the nights the application was down. */
@Component
@ConditionalOnProperty(name = "issueloop.roll-up-at-start", matchIfMissing = true)
class RollUpStarter {

    private final RuntimeService runtime;

    RollUpStarter(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts one roll-up, unless one is still on its way; it finds out by itself what is owed. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void wake() {
        var onItsWay =
                runtime.createProcessInstanceQuery()
                        .processDefinitionKey("kpi_rollup")
                        .activityIdIn("Task_RegisterOwedPeriods", "Task_RollUpKpi")
                        .count();
        if (onItsWay == 0) {
            runtime.startProcessInstanceByKey("kpi_rollup", "KPI-ROLLUP");
        }
    }
}
