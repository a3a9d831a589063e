package io.issueloop.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

/** Timers in a trial whose clock is ahead or behind. */
class TrialClockTest {

    @AfterEach
    void systemTime() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P5D", "-PT36H"})
    @DisplayName("试用时钟偏移多少，引擎的定时器就偏移多少")
    void theEngineFollows(String offset) {
        var clock = Clock.offset(Clock.systemUTC(), Duration.parse(offset));
        new TrialClock(clock).preInit(new StandaloneInMemProcessEngineConfiguration());
        assertThat(Duration.between(ClockUtil.getCurrentTime().toInstant(), clock.instant()).abs())
                .isLessThan(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("没有设置偏移时不介入")
    void onlyInATrial() {
        var runner =
                new ApplicationContextRunner()
                        .withBean(Clock.class, Clock::systemUTC)
                        .withUserConfiguration(Given.class);
        runner.run(context -> assertThat(context).doesNotHaveBean(TrialClock.class));
        runner.withPropertyValues("issueloop.clock-offset=P5D")
                .run(context -> assertThat(context).hasSingleBean(TrialClock.class));
        assertThat(Duration.between(ClockUtil.getCurrentTime().toInstant(), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Import(TrialClock.class)
    static class Given {}
}
