package io.issueloop.wecom;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Runs independent pieces of a batch side by side; one that fails does not disturb the others. */
@Component
class Parallel implements DisposableBean {

    private final ExecutorService threads;

    Parallel(WeComProperties properties) {
        this.threads =
                Executors.newFixedThreadPool(
                        properties.inboxParallelism(),
                        work -> {
                            var thread = new Thread(work, "wecom-inbox-row");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Waits for all of them; answers what failed. */
    Map<String, RuntimeException> run(Map<String, Runnable> work) {
        var running = new LinkedHashMap<String, Future<?>>();
        work.forEach((key, piece) -> running.put(key, threads.submit(piece)));
        var problems = new HashMap<String, RuntimeException>();
        running.forEach(
                (key, piece) -> {
                    try {
                        piece.get();
                    } catch (ExecutionException e) {
                        problems.put(key, problem(e.getCause()));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        problems.put(key, new IllegalStateException("interrupted", e));
                    }
                });
        return problems;
    }

    private static RuntimeException problem(Throwable cause) {
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
