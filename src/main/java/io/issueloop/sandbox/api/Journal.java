package io.issueloop.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The last 10,000 API requests, newest last, without tokens and secrets. In memory: a restart
 * empties it.
 */
public final class Journal {

    private static final int KEPT = 10_000;

    private final ArrayDeque<ObjectNode> entries = new ArrayDeque<>();

    /** What was asked and answered; {@code errcode} null where a fault replaced the answer. */
    record Entry(String at, String method, String path, String body, Integer errcode) {}

    synchronized void add(Entry entry) {
        entries.addLast(Json.MAPPER.valueToTree(entry));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    /** Entries whose path starts so; an empty prefix is all of them. */
    public synchronized List<ObjectNode> entries(String pathPrefix) {
        return entries.stream()
                .filter(entry -> entry.path("path").asText().startsWith(pathPrefix))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    public synchronized void clear() {
        entries.clear();
    }
}
