package io.issueloop.sandbox.api;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each path may be called (page 90312). A hit blocks the path as long as the window it
 * broke: 60 s or an hour. Counted in memory, on the sandbox's clock.
 */
final class RateLimits {

    private record Limit(int perMinute, int perHour) {}

    private static final Limit BASE = new Limit(10_000, 150_000);
    private static final Limit UNCOUNTED = new Limit(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final Limit OFFICE = new Limit(600, Integer.MAX_VALUE);
    private static final Map<String, Limit> KNOWN =
            Map.ofEntries(
                    Map.entry("/cgi-bin/get_jsapi_ticket", new Limit(400, 400)),
                    Map.entry("/cgi-bin/ticket/get", new Limit(100, 100)),
                    Map.entry("/cgi-bin/message/send", UNCOUNTED),
                    Map.entry("/cgi-bin/appchat/update", new Limit(1_000, 1_000)),
                    Map.entry("/cgi-bin/oa/journal/get_record_list", OFFICE),
                    Map.entry("/cgi-bin/oa/journal/get_record_detail", OFFICE),
                    Map.entry("/cgi-bin/oa/applyevent", OFFICE),
                    Map.entry("/cgi-bin/oa/getapprovalinfo", OFFICE),
                    Map.entry("/cgi-bin/oa/getapprovaldetail", OFFICE),
                    Map.entry("/cgi-bin/oa/gettemplatedetail", OFFICE),
                    Map.entry("/cgi-bin/oa/approval/create_template", OFFICE),
                    Map.entry("/cgi-bin/oa/approval/update_template", OFFICE));

    private final Clock clock;
    private final Map<String, Integer> overrides;
    private final Map<String, ArrayDeque<Long>> calls = new HashMap<>();
    private final Map<String, Long> blockedUntil = new HashMap<>();

    RateLimits(Clock clock, Map<String, Integer> overrides) {
        this.clock = clock;
        this.overrides = overrides;
    }

    synchronized void count(String path) {
        long now = clock.instant().getEpochSecond();
        if (blockedUntil.getOrDefault(path, 0L) > now) {
            throw exceeded();
        }
        var limit = limit(path);
        var recent = calls.computeIfAbsent(path, p -> new ArrayDeque<>());
        while (!recent.isEmpty() && (recent.peekFirst() <= now - 3600 || recent.peekLast() > now)) {
            recent.pollFirst();
        }
        if (limit.perMinute() != Integer.MAX_VALUE) {
            recent.addLast(now);
        }
        block(path, now, recent, limit);
    }

    private void block(String path, long now, ArrayDeque<Long> recent, Limit limit) {
        if (recent.size() > limit.perHour()) {
            blockedUntil.put(path, now + 3600);
            throw exceeded();
        }
        if (recent.size() > limit.perMinute() && lastMinute(recent, now) > limit.perMinute()) {
            blockedUntil.put(path, now + 60);
            throw exceeded();
        }
    }

    private Limit limit(String path) {
        var override = overrides.get(path.substring("/cgi-bin/".length()));
        return override == null
                ? KNOWN.getOrDefault(path, BASE)
                : new Limit(override, Integer.MAX_VALUE);
    }

    private static long lastMinute(ArrayDeque<Long> recent, long now) {
        return recent.stream().filter(at -> at > now - 60).count();
    }

    private static ApiError exceeded() {
        return new ApiError(45009, "api freq out of limit");
    }
}
