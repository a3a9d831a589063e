package io.issueloop.sandbox.api;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** A limit of times a minute for each key, on the sandbox's clock: 45009 beyond it. In memory. */
final class PerMinute {

    private record Use(long at, int times) {}

    private final Clock clock;
    private final int most;
    private final Map<String, ArrayDeque<Use>> uses = new HashMap<>();

    PerMinute(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    synchronized void count(String key, int times) {
        long now = clock.instant().getEpochSecond();
        var recent = uses.computeIfAbsent(key, k -> new ArrayDeque<>());
        recent.removeIf(use -> use.at() <= now - 60 || use.at() > now);
        if (recent.stream().mapToInt(Use::times).sum() + times > most) {
            throw new ApiError(45009, "api freq out of limit");
        }
        recent.addLast(new Use(now, times));
    }
}
