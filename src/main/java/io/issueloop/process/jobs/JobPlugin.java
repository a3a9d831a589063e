package io.issueloop.process.jobs;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What every job does when it fails, and when old history is cleaned up (stack.md). */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class JobPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT30M,PT2H");
        engine.setFailedJobCommandFactory(new PatientRetries());
        engine.setCustomIncidentHandlers(List.of(new ReadableIncidents()));
        engine.setEnableCmdExceptionLogging(false); // the job executor logs them too
        engine.setEnableExceptionsAfterUnhandledBpmnError(
                true); // a model without its catching event
        engine.setHistoryCleanupBatchWindowStartTime("01:17+0800");
        engine.setHistoryCleanupBatchWindowEndTime("05:43+0800");
        engine.setEnforceHistoryTimeToLive(true);
    }
}
