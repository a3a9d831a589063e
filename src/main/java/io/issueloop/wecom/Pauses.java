package io.issueloop.wecom;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Interfaces WeCom asked to leave alone (45009), kept by all nodes: read from the database at most
 * once a second, so that a pause costs no statement per call.
 */
@Component
class Pauses {

    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final JdbcClient jdbc;
    private volatile Map<String, Long> untilNanos = Map.of();
    private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For this long, or longer where a longer pause is running. */
    void pause(String api, Duration length) {
        jdbc.sql(
                        """
                insert into wecom_pause (api, until) values (:api, now() + make_interval(secs => :seconds))
                on conflict (api) do update set until = greatest(wecom_pause.until, excluded.until)
                """)
                .param("api", api)
                .param("seconds", length.toSeconds())
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
        var until = untilNanos.get(api);
        if (until != null && until - System.nanoTime() > 0) {
            throw new WeComBusy(
                    "企业微信限制了调用频率，暂停调用 " + api, Duration.ofNanos(until - System.nanoTime()));
        }
    }

    /** Takes over what the nodes have noted. */
    void look() {
        lookedAt = System.nanoTime();
        var found = new ConcurrentHashMap<String, Long>();
        jdbc.sql(
                        """
                select api, extract(epoch from until - now()) as seconds
                  from wecom_pause where until > now()
                """)
                .query(
                        row -> {
                            var left = (long) (row.getDouble("seconds") * 1_000_000_000L);
                            found.put(row.getString("api"), System.nanoTime() + left);
                        });
        untilNanos = Map.copyOf(found);
    }
}
