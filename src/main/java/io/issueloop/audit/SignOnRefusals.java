package io.issueloop.audit;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.issueloop.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who was not let in and why, counted by the hour. Of a request nothing is kept but a userid WeCom
 * vouches for: no code, state, cookie, token or address. Written down at most every two seconds,
 * never in the caller's time, and at most {@value #PERSONS} people between two times, so that a
 * flood costs nothing.
 */
@Service
public class SignOnRefusals {

    private static final Logger log = LoggerFactory.getLogger(SignOnRefusals.class);
    private static final Duration REST = Duration.ofSeconds(2);
    private static final int PERSONS = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Key, Count> unwritten = new HashMap<>();
    private boolean planned;
    private long writtenNanos = System.nanoTime() - REST.toNanos();

    SignOnRefusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why somebody was not let in. */
    public enum Reason {
        /** A member of the corp, not in the app's visible range. */
        OUTSIDE,
        /** Was here, has left or is disabled. */
        INACTIVE,
        /** WeCom knows no member by that code. */
        NO_MEMBER,
        /** Did not agree to WeCom's question. */
        DECLINED,
        /** Came back with a state that is unknown, used or too old. */
        STATE,
        /** Showed a session that is none, or none any more. */
        SESSION,
        /** A script with an unknown token. */
        TOKEN
    }

    /** Somebody whose name is not known, or must not be believed. */
    public void noted(Reason reason) {
        noted(reason, Optional.empty());
    }

    /**
     * @param user as WeCom vouches for it
     */
    public synchronized void noted(Reason reason, Optional<UserId> user) {
        var now = clock.instant();
        var known = new Key(now.truncatedTo(ChronoUnit.HOURS), reason, user);
        var key =
                unwritten.size() < PERSONS || unwritten.containsKey(known)
                        ? known
                        : new Key(known.hour(), reason, Optional.empty());
        unwritten.merge(key, new Count(1, now), Count::and);
        if (!planned) {
            planned = true;
            var wait = writtenNanos + REST.toNanos() - System.nanoTime();
            var later = CompletableFuture.delayedExecutor(Math.max(0, wait), NANOSECONDS);
            CompletableFuture.runAsync(() -> write(taken()), later);
        }
    }

    private synchronized Map<Key, Count> taken() {
        var counted = Map.copyOf(unwritten);
        unwritten.clear();
        planned = false;
        writtenNanos = System.nanoTime();
        return counted;
    }

    private void write(Map<Key, Count> counted) {
        try {
            counted.forEach(this::add);
        } catch (RuntimeException e) {
            log.warn("refused sign-ons could not be counted: {}", e.toString());
        }
    }

    private void add(Key key, Count count) {
        jdbc.sql(
                        """
                insert into sign_on_refusal (hour, reason, user_id, times, last_at)
                values (:hour, :reason, :user, :times, :last)
                on conflict (hour, reason, user_id) do update
                   set times = sign_on_refusal.times + excluded.times,
                       last_at = greatest(sign_on_refusal.last_at, excluded.last_at)
                """)
                .param("hour", key.hour().atOffset(ZoneOffset.UTC))
                .param("reason", key.reason().name())
                .param("user", key.user().map(UserId::value).orElse(""))
                .param("times", count.times())
                .param("last", count.lastAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Key(Instant hour, Reason reason, Optional<UserId> user) {}

    private record Count(long times, Instant lastAt) {
        Count and(Count other) {
            return new Count(
                    times + other.times, lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
        }
    }
}
