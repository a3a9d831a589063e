package io.issueloop.sandbox.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.state.Table;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Group robots: made by people in the client, spoken for by whoever has the key (page 99110). */
public final class Robots {

    private static final int PER_MINUTE = 20;

    private final Table robots;
    private final SandboxClock clock;
    private final Map<String, ArrayDeque<Long>> sent = new HashMap<>();
    private final Map<String, Long> blockedUntil = new HashMap<>();

    Robots(Store store, SandboxClock clock) {
        this.robots = store.table("robots");
        this.clock = clock;
    }

    public ObjectNode add(String chatid, String name) {
        return add(UUID.randomUUID().toString(), chatid, name);
    }

    ObjectNode add(String key, String chatid, String name) {
        var robot = Json.object().put("key", key).put("chatid", chatid).put("name", name);
        robots.put(key, robot.put("disabled", false));
        return robot;
    }

    public List<ObjectNode> of(String chatid) {
        return robots.all().stream().filter(r -> r.path("chatid").asText().equals(chatid)).toList();
    }

    /** False where the group has no such robot. */
    public boolean remove(String chatid, String key) {
        boolean known = isOf(chatid, key);
        if (known) {
            robots.remove(key);
        }
        return known;
    }

    public boolean disable(String chatid, String key, boolean disabled) {
        boolean known = isOf(chatid, key);
        if (known) {
            robots.put(key, robots.get(key).orElseThrow().put("disabled", disabled));
        }
        return known;
    }

    private boolean isOf(String chatid, String key) {
        return robots.get(key).filter(r -> r.path("chatid").asText().equals(chatid)).isPresent();
    }

    /** 93000 unknown or removed, 93004 disabled. */
    ObjectNode require(String key) {
        var robot = robots.get(key).orElseThrow(() -> new ApiError(93000, "invalid webhook url"));
        if (robot.path("disabled").asBoolean()) {
            throw new ApiError(93004, "robot is disabled");
        }
        return robot;
    }

    /** 45009 from the 21st message of a minute on, for a minute. */
    synchronized void count(String key) {
        long now = clock.seconds();
        if (blockedUntil.getOrDefault(key, 0L) > now) {
            throw exceeded();
        }
        var times = sent.computeIfAbsent(key, k -> new ArrayDeque<>());
        times.removeIf(at -> at <= now - 60 || at > now);
        if (times.size() >= PER_MINUTE) {
            blockedUntil.put(key, now + 60);
            throw exceeded();
        }
        times.addLast(now);
    }

    private static ApiError exceeded() {
        return new ApiError(45009, "api freq out of limit");
    }
}
