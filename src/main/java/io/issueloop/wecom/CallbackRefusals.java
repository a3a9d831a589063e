package io.issueloop.wecom;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.issueloop.wecom.CallbackCrypto.Forged.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts why callbacks were refused. Senders all get the same answer; the administrator needs to
 * know whether the Token or the EncodingAESKey is the wrong one. Written down at most every two
 * seconds and never in the sender's time, so that a flood costs nothing.
 */
@Component
class CallbackRefusals {

    static final Duration REST = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(CallbackRefusals.class);

    private final JdbcClient jdbc;
    private final Map<Reason, Integer> unwritten = new EnumMap<>(Reason.class);
    private boolean planned;
    private long writtenNanos = System.nanoTime() - REST.toNanos();

    CallbackRefusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often, on all nodes, and when last, in the database's time. */
    record Refusal(Reason reason, long times, Instant lastAt) {}

    synchronized void noted(Reason reason) {
        unwritten.merge(reason, 1, Integer::sum);
        if (!planned) {
            planned = true;
            var wait = writtenNanos + REST.toNanos() - System.nanoTime();
            var later = CompletableFuture.delayedExecutor(Math.max(0, wait), NANOSECONDS);
            CompletableFuture.runAsync(() -> write(taken()), later);
        }
    }

    private synchronized Map<Reason, Integer> taken() {
        var counted = new EnumMap<>(unwritten);
        unwritten.clear();
        planned = false;
        writtenNanos = System.nanoTime();
        return counted;
    }

    List<Refusal> all() {
        return jdbc.sql("select reason, times, last_at from wecom_callback_refusal")
                .query(
                        (row, n) ->
                                new Refusal(
                                        Reason.valueOf(row.getString("reason")),
                                        row.getLong("times"),
                                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * The last refusal of the last day, where nothing that WeCom sent has been accepted since. Our
     * own reconciliation's messages name no sender.
     */
    Optional<Refusal> unanswered() {
        var since =
                jdbc.sql(
                                """
                select greatest(now() - interval '1 day', max(received_at)) from wecom_inbox
                 where body not like '%<FromUserName></FromUserName>%'
                """)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant();
        return all().stream()
                .filter(refusal -> refusal.reason() != Reason.INCOMPLETE)
                .filter(refusal -> refusal.lastAt().isAfter(since))
                .max(Comparator.comparing(Refusal::lastAt));
    }

    private void write(Map<Reason, Integer> counted) {
        try {
            counted.forEach(this::add);
        } catch (RuntimeException e) {
            log.warn("refused callbacks could not be counted: {}", e.toString());
        }
    }

    private void add(Reason reason, int times) {
        jdbc.sql(
                        """
                insert into wecom_callback_refusal (reason, times, last_at) values (:reason, :times, now())
                on conflict (reason) do update
                   set times = wecom_callback_refusal.times + excluded.times, last_at = now()
                """)
                .param("reason", reason.name())
                .param("times", times)
                .update();
    }
}
