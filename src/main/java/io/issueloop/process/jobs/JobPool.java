package io.issueloop.process.jobs;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Ends the work before anything it needs goes away: no new jobs, those in flight finish (at most 20
 * s), only then the rest of the application stops (trust.md §1 "Crash").
 */
class JobPool implements SmartLifecycle {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Logger log = LoggerFactory.getLogger(JobPool.class);

    private final JobExecutor jobs;
    private final ThreadPoolTaskExecutor threads;
    private volatile boolean running;

    JobPool(JobExecutor jobs, ThreadPoolTaskExecutor threads) {
        this.jobs = jobs;
        this.threads = threads;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        jobs.shutdown();
        var pool = threads.getThreadPoolExecutor();
        pool.shutdown();
        try {
            if (!pool.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("{} jobs did not finish in {}", pool.getActiveCount(), PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web server has stopped taking requests, before everything else. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 3072;
    }
}
