package io.issueloop.sandbox.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Callbacks on their way: queued in the transaction of what caused them, kept over restarts, logged
 * with every attempt when they are done.
 */
public final class Callbacks {

    private final Table queue;
    private final Table done;
    private final Store store;
    private final Ids ids;
    private final SandboxClock clock;
    private final Settings settings;
    private final CallbackFaults faults;

    Callbacks(Store store, Ids ids, SandboxClock clock, Settings settings, CallbackFaults faults) {
        this.queue = store.table("callback_queue");
        this.done = store.table("callbacks");
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.faults = faults;
    }

    public void send(Event event) {
        store.transact(
                () -> {
                    var entry = entry(event);
                    switch (faults.take()) {
                        case "lose" -> finish(entry, "lost");
                        case "duplicate" -> {
                            put(entry);
                            put(entry.deepCopy().put("id", nextId()));
                        }
                        case "reorder" -> put(entry.put("held", true));
                        case "delay" -> put(entry.put("due", now() + faults.lastDelay()));
                        default -> put(entry);
                    }
                });
    }

    /** Waiting ones and finished ones, oldest first. */
    public List<ObjectNode> log() {
        return store.transact(
                () -> {
                    var all = new ArrayList<>(done.all());
                    all.addAll(queue.all());
                    all.sort((a, b) -> a.path("id").asText().compareTo(b.path("id").asText()));
                    return all;
                });
    }

    /** Whether nothing is waiting. */
    public boolean isIdle() {
        return queue.isEmpty();
    }

    public int countWaiting() {
        return queue.countStartingWith("");
    }

    List<ObjectNode> waiting() {
        return queue.all();
    }

    void retryLater(ObjectNode entry, long delayMs) {
        store.transact(() -> put(entry.put("due", now() + delayMs)));
    }

    /** Out of the queue; what was held back for reordering may go now. */
    void finish(ObjectNode entry, String status) {
        store.transact(
                () -> {
                    queue.remove(entry.path("id").asText());
                    done.put(entry.path("id").asText(), entry.put("status", status));
                    for (var held : queue.all()) {
                        if (held.path("held").asBoolean()) {
                            put(held.put("held", false));
                        }
                    }
                });
    }

    private void put(ObjectNode entry) {
        queue.put(entry.path("id").asText(), entry);
    }

    private ObjectNode entry(Event event) {
        return Json.object()
                .put("id", nextId())
                .put("event", event.name())
                .put("from", event.from())
                .put("ofApp", event.isOfApp())
                .put("createdAt", clock.instant().toString())
                .put("xml", event.xml(settings.corpId(), settings.agentId(), clock.seconds()))
                .put("status", "waiting")
                .put("due", now())
                .set("attempts", Json.array());
    }

    private String nextId() {
        return ids.ordered("c", "callback");
    }

    /** Patience is real time: moving the sandbox's clock must not fire retries. */
    private static long now() {
        return System.currentTimeMillis();
    }
}
