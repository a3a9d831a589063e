package io.issueloop.support;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/**
 * Takes every {@code @Scheduled} method and never runs it: a story's own steps are not overtaken by
 * a timer of the machine's clock.
 */
public final class IdleScheduler implements TaskScheduler, AutoCloseable {

    private final ScheduledExecutorService idle = Executors.newSingleThreadScheduledExecutor();

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
        return never();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
        return never();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
            Runnable task, Instant startTime, Duration period) {
        return never();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
        return never();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable task, Instant startTime, Duration delay) {
        return never();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
        return never();
    }

    @Override
    public void close() {
        idle.shutdownNow();
    }

    private ScheduledFuture<?> never() {
        return idle.schedule(() -> {}, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
}
