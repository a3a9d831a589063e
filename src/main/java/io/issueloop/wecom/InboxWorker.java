package io.issueloop.wecom;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties one lane of the inbox: at a signal, and every two seconds for what other nodes left. */
final class InboxWorker {

    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
    private static final int BATCH = 100;
    private static final long POLL_MILLIS = 2000;
    private static final long EXTEND_SECONDS = 5;
    private static final long STOP_MILLIS = 20_000;

    private final Inbox.Lane lane;
    private final Inbox inbox;
    private final InboxBatch batch;
    private final BlockingQueue<Object> signal = new ArrayBlockingQueue<>(1);
    private final ExecutorService hands = Executors.newSingleThreadExecutor(this::thread);
    private final Thread loop = thread(this::run);
    private volatile boolean running = true;

    InboxWorker(Inbox.Lane lane, Inbox inbox, InboxBatch batch) {
        this.lane = lane;
        this.inbox = inbox;
        this.batch = batch;
    }

    void start() {
        loop.start();
    }

    void wake() {
        signal.offer(this);
    }

    void finish() {
        running = false;
        wake();
    }

    void join() {
        try {
            loop.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hands.shutdown();
    }

    private void run() {
        while (running) {
            try {
                if (!work()) {
                    signal.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | ExecutionException e) {
                log.warn("the inbox cannot be worked on at present: {}", e.toString());
                pause();
            }
        }
    }

    /** One batch; false when there was nothing to do. */
    private boolean work() throws InterruptedException, ExecutionException {
        var messages = inbox.claim(lane, BATCH);
        if (messages.isEmpty()) {
            return false;
        }
        var ids = messages.stream().map(Inbox.Message::id).toList();
        var working = hands.submit(() -> batch.process(messages));
        while (true) {
            try {
                working.get(EXTEND_SECONDS, TimeUnit.SECONDS);
                return true;
            } catch (TimeoutException stillWorking) {
                extend(ids);
            }
        }
    }

    private void extend(List<Long> ids) {
        try {
            inbox.extend(ids);
        } catch (RuntimeException e) {
            log.warn("a lease of the inbox could not be extended: {}", e.toString());
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work, "wecom-inbox-" + lane);
        thread.setDaemon(true);
        return thread;
    }
}
