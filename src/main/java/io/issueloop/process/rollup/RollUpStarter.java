package io.issueloop.process.rollup;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Wakes the roll-up beside its timer: after a start, for the nights the application was down. */
@Component
public class RollUpStarter {

    private final RuntimeService runtime;

    RollUpStarter(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts one roll-up; it finds out by itself what is owed. */
    public void wake() {
        runtime.startProcessInstanceByKey("kpi_rollup", "KPI-ROLLUP");
    }
}
