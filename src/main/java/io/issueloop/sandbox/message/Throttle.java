package io.issueloop.sandbox.message;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** How many messages reach one member; what is over vanishes silently (page 90312). */
public final class Throttle {

    private final Clock clock;
    private final int perMinute;
    private final int perWindow;
    private final long windowSeconds;
    private final Map<String, ArrayDeque<Long>> sent = new HashMap<>();

    private Throttle(Clock clock, int perMinute, int perWindow, long windowSeconds) {
        this.clock = clock;
        this.perMinute = perMinute;
        this.perWindow = perWindow;
        this.windowSeconds = windowSeconds;
    }

    /** From the app to one member: 30 a minute and 1,000 an hour. */
    static Throttle ofAppMessages(Clock clock) {
        return new Throttle(clock, 30, 1_000, 3_600);
    }

    /** To one member in the groups of apps: 200 a minute and 10,000 a day. */
    public static Throttle ofGroupMessages(Clock clock) {
        return new Throttle(clock, 200, 10_000, 86_400);
    }

    public synchronized boolean lets(String userid) {
        long now = clock.instant().getEpochSecond();
        var times = sent.computeIfAbsent(userid, u -> new ArrayDeque<>());
        times.removeIf(at -> at <= now - windowSeconds || at > now);
        long lastMinute = times.stream().filter(at -> at > now - 60).count();
        if (lastMinute >= perMinute || times.size() >= perWindow) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
