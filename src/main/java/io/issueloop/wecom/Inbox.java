package io.issueloop.wecom;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every message of WeCom, stored once – the sha-256 of the decrypted message is the key – and
 * committed before it is acknowledged (trust.md §1). Times are the database's, which all nodes
 * share.
 */
@Component
class Inbox implements DisposableBean {

    /** How long a node has a batch before another may take it; extended while it works. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    /** How far apart the deliveries of one second's edits may be. */
    private static final Duration SAME_SECOND = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final ThreadPoolExecutor writers =
            new ThreadPoolExecutor(
                    8, 8, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(256), writerThreads());

    Inbox(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
        this.writers.allowCoreThreadTimeOut(true);
    }

    /** Which worker a message waits for: tables are slow because they are read back from WeCom. */
    enum Lane {
        TABLE,
        OTHER;

        static Lane of(String body) {
            return body.contains("smart_sheet_change") ? TABLE : OTHER;
        }
    }

    /** Published when there is something new in a lane. */
    record Arrived(Lane lane) {}

    /**
     * A stored message.
     *
     * @param attempts the present one included
     * @param arrivals how often it had come when it was taken
     */
    record Message(long id, String body, int attempts, int arrivals) {}

    /**
     * Stores a message; a known one changes nothing. Bounded in time, because WeCom waits 5 s (page
     * 90930) and a database that hangs must not look like a success.
     *
     * @return false when it could not be stored for certain
     */
    boolean store(String body) {
        try {
            var stored = CompletableFuture.supplyAsync(() -> insert(body), writers);
            if (stored.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                events.publishEvent(new Arrived(Lane.of(body)));
            }
            return true;
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            log.error("a callback could not be stored: {}", e.getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Two edits of a row within one second make the same message, to the byte (page 100986 has no
     * values, no id, and seconds only): one that comes again at once is looked at again, which
     * costs a reading and changes nothing where it was a repetition.
     */
    private boolean insert(String body) {
        return jdbc.sql(
                                """
                insert into wecom_inbox (digest, lane, body) values (:digest, :lane, :body)
                on conflict (digest) do update
                   set arrivals = wecom_inbox.arrivals + 1, status = 'PENDING'
                 where wecom_inbox.lane = 'TABLE' and wecom_inbox.status in ('PENDING', 'DONE')
                   and wecom_inbox.received_at > now() - make_interval(secs => :echo)
                """)
                        .param("digest", Digest.sha256(body.getBytes(StandardCharsets.UTF_8)))
                        .param("lane", Lane.of(body).name())
                        .param("body", body)
                        .param("echo", SAME_SECOND.toSeconds())
                        .update()
                == 1;
    }

    /** Takes up to {@code limit} messages nobody works on, oldest first. */
    List<Message> claim(Lane lane, int limit) {
        return jdbc
                .sql(
                        """
                with free as (
                    select id from wecom_inbox
                     where status = 'PENDING' and lane = :lane
                       and parked_until <= now() and leased_until <= now()
                     order by id limit :limit for update skip locked)
                update wecom_inbox set leased_until = now() + make_interval(secs => :lease),
                       attempts = attempts + 1
                  from free where wecom_inbox.id = free.id
                returning wecom_inbox.id, body, attempts, arrivals
                """)
                .param("lane", lane.name())
                .param("limit", limit)
                .param("lease", LEASE.toSeconds())
                .query(Message.class)
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingLong(Message::id))
                .toList();
    }

    /** Keeps messages for another {@link #LEASE}. */
    void extend(Collection<Long> ids) {
        jdbc.sql(
                        """
                update wecom_inbox set leased_until = now() + make_interval(secs => :lease)
                 where id = any(:ids) and status = 'PENDING'
                """)
                .param("lease", LEASE.toSeconds())
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Ends a message, unless it came once more while it was worked on: then it is due again. */
    void done(Collection<Message> messages) {
        if (!messages.isEmpty()) {
            jdbc.sql(
                            """
                    update wecom_inbox set settled_at = now(), problem = null,
                           status = case when arrivals > taken then 'PENDING' else 'DONE' end,
                           attempts = case when arrivals > taken then 0 else attempts end,
                           leased_until = '-infinity'
                      from unnest(:ids, :taken) as work (message_id, taken)
                     where id = message_id
                    """)
                    .param("ids", messages.stream().map(Message::id).toArray(Long[]::new))
                    .param(
                            "taken",
                            messages.stream().map(Message::arrivals).toArray(Integer[]::new))
                    .update();
        }
    }

    /** Ends messages: IGNORED, REFUSED or – until a person looks – PARKED. */
    void settle(Collection<Long> ids, String status, String problem) {
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                    update wecom_inbox set status = :status, settled_at = now(), problem = nullif(:problem, '')
                     where id = any(:ids)
                    """)
                    .param("status", status)
                    .param("problem", problem)
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    /** Gives a message back, to be tried again after this long. */
    void retry(long id, Duration after, String problem) {
        jdbc.sql(
                        """
                update wecom_inbox set leased_until = '-infinity', problem = :problem,
                       parked_until = now() + make_interval(secs => :after)
                 where id = :id
                """)
                .param("problem", problem)
                .param("after", after.toMillis() / 1000.0)
                .param("id", id)
                .update();
    }

    /** Messages that were given up and wait for a person. */
    long parked() {
        return jdbc.sql("select count(*) from wecom_inbox where status = 'PARKED'")
                .query(Long.class)
                .single();
    }

    private static java.util.concurrent.ThreadFactory writerThreads() {
        return work -> {
            var thread = new Thread(work, "wecom-inbox-writer");
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void destroy() {
        writers.shutdown();
    }
}
