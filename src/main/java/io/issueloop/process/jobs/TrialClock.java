package io.issueloop.process.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * In a trial ({@code ISSUELOOP_CLOCK_OFFSET}) the engine's timers are due by the same clock as
 * everything else; it has one of its own for the whole JVM.
 */
@Component
@ConditionalOnProperty("issueloop.clock-offset")
class TrialClock extends AbstractProcessEnginePlugin {

    private final Clock clock;

    TrialClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var ahead = Duration.between(Instant.now(), clock.instant());
        ClockUtil.offset(ahead.plusMillis(500).toSeconds() * 1000);
    }
}
