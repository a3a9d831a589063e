package io.issueloop.sandbox.callback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Delivers the queue: one callback at a time for each {@code FromUserName}, in order; 5 s, three
 * retries, then given up. An application that is not up yet (connection refused) is waited for when
 * the sandbox is patient, which WeCom is not.
 */
public final class CallbackSender implements AutoCloseable {

    private static final int RETRIES = 3;
    private static final int LONGEST_PAUSE_MS = 5_000;
    private static final int TICK_MS = 25;

    private final Callbacks callbacks;
    private final CallbackPost post;
    private final Settings settings;
    private final long retryDelayMs;
    private final Set<String> busy = new HashSet<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(8, CallbackSender::thread);
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(CallbackSender::thread);

    CallbackSender(Callbacks callbacks, CallbackPost post, Settings settings, Duration retryDelay) {
        this.callbacks = callbacks;
        this.post = post;
        this.settings = settings;
        this.retryDelayMs = retryDelay.toMillis();
    }

    void start() {
        ticker.scheduleWithFixedDelay(this::dispatch, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    /** Empty when the URL answers as WeCom demands before it saves it. */
    public String verify(URI url) {
        try {
            return post.verify(url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "中断";
        }
    }

    private void dispatch() {
        long now = System.currentTimeMillis();
        synchronized (busy) {
            var blocked = new HashSet<>(busy);
            for (var entry : callbacks.waiting()) {
                if (entry.path("held").asBoolean()) {
                    continue;
                }
                boolean free = blocked.add(entry.path("from").asText());
                if (free && entry.path("due").asLong() <= now) {
                    busy.add(entry.path("from").asText());
                    workers.execute(() -> deliver(entry));
                }
            }
        }
    }

    private void deliver(ObjectNode entry) {
        try {
            var outcome = post.deliver(entry);
            var attempts = (ArrayNode) entry.path("attempts");
            attempts.add(outcome.attempt());
            if (outcome.ok()) {
                callbacks.finish(entry, "delivered");
            } else if (attempts.size() <= RETRIES || outcome.refused() && settings.patient()) {
                long pause = retryDelayMs << Math.min(attempts.size() - 1, 12);
                callbacks.retryLater(entry, Math.min(pause, LONGEST_PAUSE_MS));
            } else {
                callbacks.finish(entry, "failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (busy) {
                busy.remove(entry.path("from").asText());
            }
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        workers.shutdownNow();
        try {
            ticker.awaitTermination(2, TimeUnit.SECONDS);
            workers.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "wecom-sandbox-callbacks");
        thread.setDaemon(true);
        return thread;
    }
}
