package io.issueloop.process;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The pool of the job executor. The starter's own interrupts running delegates at shutdown; this
 * one lets them finish (trust.md, crash: at most 20 s).
 */
@Configuration(proxyBeanMethods = false)
class JobExecutorConfiguration {

    private static final int SECONDS_TO_FINISH = 20;

    /** The starter looks for this name and then makes none of its own. */
    @Bean
    static ThreadPoolTaskExecutor camundaTaskExecutor(CamundaBpmProperties properties) {
        var sizes = properties.getJobExecution();
        var pool = new ThreadPoolTaskExecutor();
        pool.setThreadNamePrefix("job-");
        pool.setCorePoolSize(sizes.getCorePoolSize());
        pool.setMaxPoolSize(sizes.getMaxPoolSize());
        pool.setQueueCapacity(sizes.getQueueCapacity());
        pool.setWaitForTasksToCompleteOnShutdown(true);
        pool.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        return pool;
    }
}
