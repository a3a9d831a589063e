package io.issueloop.sandbox.message;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * 30 messages a minute and 1,000 an hour from the app to one member; what is over vanishes silently
 * (page 90312).
 */
final class Throttle {

    private final Clock clock;
    private final Map<String, ArrayDeque<Long>> sent = new HashMap<>();

    Throttle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean lets(String userid) {
        long now = clock.instant().getEpochSecond();
        var times = sent.computeIfAbsent(userid, u -> new ArrayDeque<>());
        times.removeIf(at -> at <= now - 3600 || at > now);
        long lastMinute = times.stream().filter(at -> at > now - 60).count();
        if (lastMinute >= 30 || times.size() >= 1000) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
