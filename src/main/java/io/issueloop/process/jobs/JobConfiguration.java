package io.issueloop.process.jobs;

import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The engine's job executor with the figures of stack.md; the starter's own give way to these. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobProperties.class)
@ConditionalOnProperty(
        prefix = "camunda.bpm.job-execution",
        name = "enabled",
        havingValue = "true",
        matchIfMissing = true)
class JobConfiguration {

    @Bean(destroyMethod = "close")
    NodeId nodeId(JobProperties properties) {
        return NodeId.in(Path.of(properties.dataDir()));
    }

    @Bean
    ThreadPoolTaskExecutor camundaTaskExecutor() {
        var threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("job-");
        threads.setCorePoolSize(8);
        threads.setMaxPoolSize(8);
        threads.setQueueCapacity(8);
        threads.setAcceptTasksAfterContextClose(true);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds((int) JobPool.PATIENCE.toSeconds());
        return threads;
    }

    @Bean
    JobExecutor jobExecutor(
            @Qualifier("camundaTaskExecutor") ThreadPoolTaskExecutor threads, NodeId node) {
        var jobs = new SpringJobExecutor();
        jobs.setTaskExecutor(threads);
        jobs.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        jobs.setLockOwner(node.value());
        jobs.setLockTimeInMillis(60_000);
        jobs.setMaxJobsPerAcquisition(8);
        jobs.setWaitTimeInMillis(1_000);
        jobs.setMaxWait(5_000);
        jobs.setBackoffTimeInMillis(25);
        jobs.setMaxBackoff(400);
        return jobs;
    }

    @Bean
    JobPool jobPool(
            JobExecutor jobs, @Qualifier("camundaTaskExecutor") ThreadPoolTaskExecutor threads) {
        return new JobPool(jobs, threads);
    }

    /** After the engine, whose tables it needs. */
    @Bean
    OwnLeases ownLeases(ProcessEngine engine, JdbcClient jdbc, JobExecutor jobs) {
        return new OwnLeases(jdbc, jobs);
    }
}
