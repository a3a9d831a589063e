package io.issueloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;

class JobExecutorConfigurationTest {

    @Test
    void runningJobIsNotInterruptedByShutdown() throws InterruptedException {
        var pool = JobExecutorConfiguration.camundaTaskExecutor(new CamundaBpmProperties());
        pool.initialize();
        var running = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var outcome = new CompletableFuture<String>();
        pool.execute(
                () -> {
                    running.countDown();
                    try {
                        answer.await();
                        outcome.complete("finished");
                    } catch (InterruptedException e) {
                        outcome.complete("interrupted");
                    }
                });
        running.await();

        pool.initiateShutdown();
        answer.countDown();
        pool.shutdown();

        assertThat(outcome).isCompletedWithValue("finished");
    }
}
