package io.issueloop.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one job at a time work on one thing, over all nodes, without holding a connection during a
 * remote call.
 */
@Component
class Lease {

    /** Longer than the slowest effect: three remote calls with their time-outs. */
    private static final Duration LENGTH = Duration.ofMinutes(2);

    private static final Duration AGAIN = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final Clock clock;

    Lease(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param holder who works: takes over what it held itself when it was cut off
     * @throws Busy when another job works on {@code key}: try again later
     */
    void whileHolding(String key, String holder, Runnable work) {
        var until = clock.instant().plus(LENGTH);
        if (!acquire(key, holder, until)) {
            throw new Busy(key);
        }
        try {
            work.run();
        } finally {
            release(key, until);
        }
    }

    private boolean acquire(String key, String holder, Instant until) {
        return jdbc.sql(
                                """
                insert into delivery_lease (key, holder, held_until) values (:key, :holder, :until)
                on conflict (key) do update
                   set holder = excluded.holder, held_until = excluded.held_until
                 where delivery_lease.held_until < :now or delivery_lease.holder = :holder
                """)
                        .param("key", key)
                        .param("holder", holder)
                        .param("until", utc(until))
                        .param("now", utc(clock.instant()))
                        .update()
                == 1;
    }

    private void release(String key, Instant until) {
        jdbc.sql("delete from delivery_lease where key = :key and held_until = :until")
                .param("key", key)
                .param("until", utc(until))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.truncatedTo(java.time.temporal.ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** Another job works on the same thing at this moment. */
    static class Busy extends NotNow {
        Busy(String key) {
            super("另一个投递正在处理 " + key + "，稍后自动重试", AGAIN);
        }
    }
}
