package io.issueloop.wecom;

import io.issueloop.wecom.Inbox.Lane;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One worker per lane, from the application's start to its end. */
@Component
class InboxWorkers implements SmartLifecycle {

    private final Inbox inbox;
    private final InboxBatch batch;
    private final Map<Lane, InboxWorker> workers = new EnumMap<>(Lane.class);
    private volatile boolean running;

    InboxWorkers(Inbox inbox, InboxBatch batch) {
        this.inbox = inbox;
        this.batch = batch;
    }

    @EventListener
    void on(Inbox.Arrived arrived) {
        var worker = workers.get(arrived.lane());
        if (worker != null) {
            worker.wake();
        }
    }

    @Override
    public synchronized void start() {
        for (var lane : Lane.values()) {
            var worker = new InboxWorker(lane, inbox, batch);
            workers.put(lane, worker);
            worker.start();
        }
        running = true;
    }

    /** Finishes the batches in hand. */
    @Override
    public synchronized void stop() {
        running = false;
        workers.values().forEach(InboxWorker::finish);
        workers.values().forEach(InboxWorker::join);
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
