package io.issueloop.wecom;

import io.issueloop.wecom.Inbox.Lane;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One worker per lane, from the application's start to its end. */
@Component
@Profile("!command")
class InboxWorkers implements SmartLifecycle {

    private final Inbox inbox;
    private final InboxBatch batch;
    private volatile Map<Lane, InboxWorker> workers = Map.of();

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
        var started = new EnumMap<Lane, InboxWorker>(Lane.class);
        for (var lane : Lane.values()) {
            started.put(lane, new InboxWorker(lane, inbox, batch));
        }
        started.values().forEach(InboxWorker::start);
        workers = started;
    }

    /** Finishes the batches in hand. */
    @Override
    public synchronized void stop() {
        var stopping = workers;
        workers = Map.of();
        stopping.values().forEach(InboxWorker::finish);
        stopping.values().forEach(InboxWorker::join);
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}
