package io.issueloop.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.process.EngineUnderTest;
import io.issueloop.process.TestModels;
import io.issueloop.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stopping and starting the application while a job is at work, with the real job executor. */
class JobShutdownTest {

    private static final String JOB =
            "<serviceTask id='step' camunda:asyncBefore='true'"
                    + " camunda:delegateExpression='#{slowDelegate}'/>";

    @TempDir Path data;
    private final TestDatabase database = TestDatabase.create();

    /** A step that says when it began and ends when it may. */
    static class Slow implements JavaDelegate {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch mayEnd = new CountDownLatch(1);
        final AtomicBoolean interrupted = new AtomicBoolean();

        @Override
        public void execute(DelegateExecution execution) throws InterruptedException {
            begun.countDown();
            try {
                mayEnd.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
        }
    }

    /** Adds the executor to what {@link EngineUnderTest} scans. */
    @TestConfiguration
    @ComponentScan("io.issueloop.process.jobs")
    static class WithJobs {
        @Bean
        Slow slowDelegate() {
            return new Slow();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EngineUnderTest.Scan.class, WithJobs.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--spring.config.name=engine-under-test",
                        "--issueloop.data-dir=" + data,
                        "--spring.datasource.url=" + database.url(),
                        "--camunda.bpm.metrics.enabled=false",
                        "--spring.datasource.hikari.connection-timeout=2000",
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password());
    }

    @Test
    void jobInFlightFinishesBeforeTheApplicationEnds() throws Exception {
        var first = start();
        var slow = first.getBean(Slow.class);
        run(first);
        assertThat(slow.begun.await(20, TimeUnit.SECONDS)).isTrue();
        var pool = first.getBean(JobPool.class);
        var end = CompletableFuture.runAsync(first::close);
        while (pool.isRunning()) {
            Thread.onSpinWait();
        }
        assertThat(end.isDone()).isFalse();
        slow.mayEnd.countDown();
        end.get(25, TimeUnit.SECONDS);
        assertThat(slow.interrupted).isFalse();
        try (var second = start()) {
            assertThat(second.getBean(RuntimeService.class).createProcessInstanceQuery().count())
                    .isZero();
            assertThat(
                            second.getBean(HistoryService.class)
                                    .createHistoricProcessInstanceQuery()
                                    .completed()
                                    .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void nodeReleasesItsOwnStaleLeasesAtStartAndNoOthers() throws Exception {
        String owner;
        try (var first = start()) {
            first.getBean(JobExecutor.class).shutdown();
            run(first);
            run(first);
            owner = first.getBean(JobExecutor.class).getLockOwner();
            var jobs = first.getBean(ManagementService.class).createJobQuery().list();
            lease(first, jobs.get(0).getId(), owner);
            lease(first, jobs.get(1).getId(), "node-of-somebody-else");
        }
        try (var second = start()) {
            assertThat(second.getBean(JobExecutor.class).getLockOwner()).isEqualTo(owner);
            var slow = second.getBean(Slow.class);
            slow.mayEnd.countDown();
            assertThat(slow.begun.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(leases(second, "node-of-somebody-else")).isEqualTo(1);
        }
    }

    private static void run(ConfigurableApplicationContext context) {
        context.getBean(RepositoryService.class)
                .createDeployment()
                .enableDuplicateFiltering(true)
                .name("slow")
                .addInputStream(
                        "slow.bpmn", new ByteArrayInputStream(TestModels.process("slow", JOB)))
                .deploy();
        context.getBean(RuntimeService.class).startProcessInstanceByKey("slow");
    }

    private static void lease(ConfigurableApplicationContext context, String job, String owner) {
        context.getBean(JdbcClient.class)
                .sql(
                        """
                        update act_ru_job set lock_owner_ = :owner,
                               lock_exp_time_ = now() + interval '1 hour' where id_ = :job
                        """)
                .param("owner", owner)
                .param("job", job)
                .update();
    }

    private static long leases(ConfigurableApplicationContext context, String owner) {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from act_ru_job where lock_owner_ = :owner")
                .param("owner", owner)
                .query(Long.class)
                .single();
    }
}
