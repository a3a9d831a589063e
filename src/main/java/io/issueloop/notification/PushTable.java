package io.issueloop.notification;

import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pushes that wait, and those that went out. Whoever takes some gives them the number of their
 * message; they stay together when the message has to be tried again.
 */
@Component
class PushTable {

    enum Lane {
        SCHEDULED,
        ACKNOWLEDGEMENT
    }

    /** To whom, and for which of the two reasons it may have to wait. */
    record Queue(UserId to, Lane lane) {
        private Map<String, ?> params() {
            return Map.of("to", to.value(), "lane", lane.name());
        }
    }

    record Push(String kind, String businessKey, String detail, long message) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PushTable(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asked for twice, it is told once. */
    void add(Queue queue, Push push, boolean exempt) {
        jdbc.sql(
                        """
                insert into push (lane, recipient, kind, business_key, detail, exempt, requested_at)
                values (:lane, :to, :kind, :key, :detail, :exempt, :now)
                on conflict do nothing
                """)
                .params(queue.params())
                .param("kind", push.kind())
                .param("key", push.businessKey())
                .param("detail", push.detail())
                .param("exempt", exempt)
                .param("now", now())
                .update();
    }

    /** The oldest message this delivery took before and did not bring to an end. */
    List<Push> unfinished(Queue queue, String takenBy) {
        return jdbc.sql(
                        """
                select * from push
                 where message = (select min(message) from push
                                   where recipient = :to and lane = :lane and taken_by = :by
                                     and message is not null and sent_at is null)
                 order by id
                """)
                .params(queue.params())
                .param("by", takenBy)
                .query(PushTable::push)
                .list();
    }

    /** Takes all that waits, as one message; or only what need not wait for working hours. */
    List<Push> takeAll(Queue queue, String takenBy, boolean exemptOnly) {
        return take(queue, takenBy, exemptOnly ? "exempt" : "true");
    }

    /** Takes what waits under one key, because a person has told it. */
    List<Push> takeOwn(Queue queue, String businessKey) {
        return take(queue, businessKey, "business_key = :by");
    }

    /**
     * Takes what waits under this key; all that waits where something had to wait so long already;
     * nothing when so many messages went out in the time before.
     */
    List<Push> takeUnlessFlooded(Queue queue, String takenBy, int most, Duration within) {
        var taken =
                transaction.execute(
                        status -> {
                            lock(queue);
                            if (messages(queue, within) >= most) {
                                return List.<Push>of();
                            }
                            return take(
                                    queue,
                                    takenBy,
                                    hasWaited(queue, within) ? "true" : "business_key = :by");
                        });
        return taken == null ? List.of() : taken;
    }

    boolean isWaiting(Queue queue) {
        return jdbc.sql(
                        """
                select exists (select 1 from push where recipient = :to and lane = :lane and message is null)
                """)
                .params(queue.params())
                .query(Boolean.class)
                .single();
    }

    boolean isWaiting(Queue queue, String businessKey) {
        return under(queue, businessKey).stream().anyMatch(push -> push.message() == 0);
    }

    void sent(long message) {
        jdbc.sql("update push set sent_at = :now where message = :message")
                .param("now", now())
                .param("message", message)
                .update();
    }

    /** Those the person has under one key, sent or not; for what is done by hand. */
    List<Push> under(Queue queue, String businessKey) {
        return jdbc.sql(
                        """
                select kind, business_key, detail, coalesce(message, 0) as message from push
                 where recipient = :to and lane = :lane and business_key = :key and sent_at is null order by id
                """)
                .params(queue.params())
                .param("key", businessKey)
                .query(PushTable::push)
                .list();
    }

    private List<Push> take(Queue queue, String takenBy, String which) {
        return jdbc.sql(
                        """
                update push set message = (select nextval('push_message_serial')), taken_by = :by, taken_at = :now
                 where recipient = :to and lane = :lane and message is null and %s
                returning *
                """
                                .formatted(which))
                .params(queue.params())
                .param("by", takenBy)
                .param("now", now())
                .query(PushTable::push)
                .list();
    }

    private int messages(Queue queue, Duration within) {
        return jdbc.sql(
                        """
                select count(distinct message) from push
                 where recipient = :to and lane = :lane and message is not null and taken_at > :since
                """)
                .params(queue.params())
                .param("since", now().minus(within))
                .query(Integer.class)
                .single();
    }

    private boolean hasWaited(Queue queue, Duration time) {
        return jdbc.sql(
                        """
                select exists (select 1 from push where recipient = :to and lane = :lane and message is null
                                  and requested_at <= :since)
                """)
                .params(queue.params())
                .param("since", now().minus(time))
                .query(Boolean.class)
                .single();
    }

    private void lock(Queue queue) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:queue, 0))")
                .param("queue", "push:" + queue)
                .query(Integer.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Push push(ResultSet row, int index) throws SQLException {
        return new Push(
                row.getString("kind"),
                row.getString("business_key"),
                row.getString("detail"),
                row.getLong("message"));
    }
}
