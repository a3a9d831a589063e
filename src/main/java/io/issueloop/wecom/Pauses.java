package io.issueloop.wecom;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Interfaces WeCom asked to leave alone (45009), or to call less at the same time (45033), kept by
 * all nodes: read from the database at most once a second, so that a pause costs no statement per
 * call.
 */
@Component
class Pauses {

    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    /** So many calls of one interface run at once on a node; nothing counts them below that. */
    private static final int USUAL_WIDTH = 16;

    private static final Duration NARROW = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final JdbcClient jdbc;
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private volatile Map<String, Pause> pauses = Map.of();
    private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param width how many calls may run at once on a node; 0: none
     */
    private record Pause(long untilNanos, int width) {
        boolean lasts() {
            return left() > 0;
        }

        long left() {
            return untilNanos - System.nanoTime();
        }
    }

    /** For this long, or longer where a longer pause is running. */
    void pause(String api, Duration length) {
        jdbc.sql(
                        """
                insert into wecom_pause (api, until, width)
                values (:api, now() + make_interval(secs => :seconds), 0)
                on conflict (api) do update
                   set until = greatest(wecom_pause.until, excluded.until), width = 0
                """)
                .param("api", api)
                .param("seconds", length.toSeconds())
                .update();
        look();
    }

    /** Halves, for a minute, how many calls of the interface run at once; a pause stays a pause. */
    void narrow(String api) {
        jdbc.sql(
                        """
                insert into wecom_pause (api, until, width)
                values (:api, now() + make_interval(secs => :seconds), :half)
                on conflict (api) do update
                   set width = case when wecom_pause.until <= now() then excluded.width
                                    when wecom_pause.width = 0 then 0
                                    else greatest(1, wecom_pause.width / 2) end,
                       until = greatest(wecom_pause.until, excluded.until)
                """)
                .param("api", api)
                .param("seconds", NARROW.toSeconds())
                .param("half", USUAL_WIDTH / 2)
                .update();
        look();
    }

    /**
     * @throws WeComBusy while the interface is paused
     */
    void check(String api) {
        if (System.nanoTime() - lookedAt > LOOK_EVERY_NANOS) {
            look();
        }
        var pause = pauses.get(api);
        if (pause != null && pause.lasts() && pause.width() == 0) {
            throw new WeComBusy("企业微信限制了调用频率，暂停调用 " + api, Duration.ofNanos(pause.left()));
        }
    }

    /**
     * Makes the call as soon as there is room for it.
     *
     * @throws WeComBusy when there was none within two seconds
     */
    <T> T within(String api, Supplier<T> call) {
        var here = running.computeIfAbsent(api, name -> new AtomicInteger());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!entered(here, width(api))) {
            if (System.nanoTime() > deadline) {
                throw new WeComBusy("企业微信要求减少同时调用，稍后再调用 " + api, PATIENCE);
            }
            pauseShortly();
        }
        try {
            return call.get();
        } finally {
            here.decrementAndGet();
        }
    }

    private static boolean entered(AtomicInteger running, int width) {
        if (running.incrementAndGet() <= width) {
            return true;
        }
        running.decrementAndGet();
        return false;
    }

    private int width(String api) {
        var pause = pauses.get(api);
        return pause != null && pause.lasts() && pause.width() > 0
                ? pause.width()
                : Integer.MAX_VALUE;
    }

    private static void pauseShortly() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WeComUnavailable("等待时被中断", null);
        }
    }

    /** Takes over what the nodes have noted. */
    void look() {
        lookedAt = System.nanoTime();
        var found = new ConcurrentHashMap<String, Pause>();
        jdbc.sql(
                        """
                select api, width, extract(epoch from until - now()) as seconds
                  from wecom_pause where until > now()
                """)
                .query(
                        row -> {
                            var left = (long) (row.getDouble("seconds") * 1_000_000_000L);
                            found.put(
                                    row.getString("api"),
                                    new Pause(System.nanoTime() + left, row.getInt("width")));
                        });
        pauses = Map.copyOf(found);
    }
}
