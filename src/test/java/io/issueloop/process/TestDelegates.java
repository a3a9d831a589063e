package io.issueloop.process;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A delegate and a listener a model may use, and a bean it may not. */
@TestConfiguration
public class TestDelegates {

    /** Counts its calls. */
    public static class Counting implements JavaDelegate {
        public final AtomicInteger calls = new AtomicInteger();

        @Override
        public void execute(DelegateExecution execution) {
            calls.incrementAndGet();
        }
    }

    /** Does nothing. */
    public static class Listening implements TaskListener {
        @Override
        public void notify(DelegateTask task) {
            task.setDescription("已通知");
        }
    }

    @Bean
    public Counting countingDelegate() {
        return new Counting();
    }

    @Bean
    public Listening noteListener() {
        return new Listening();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    public StringBuilder secretVault() {
        return new StringBuilder("secret");
    }
}
