package io.issueloop.wecom;

import io.issueloop.shared.UserId;
import java.time.Duration;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 30 messages a minute and 1,000 an hour to one member; WeCom drops what exceeds it without saying
 * so (page 90312). Counted before sending, over all nodes.
 */
@Component
class MemberLimits {

    private static final int PER_MINUTE = 30;
    private static final int PER_HOUR = 1000;

    /** Counted before sending: one that travels slowly must not meet those of the next minute. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private static final Duration MINUTE = Duration.ofMinutes(1).plus(MARGIN);
    private static final Duration HOUR = Duration.ofHours(1).plus(MARGIN);

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    MemberLimits(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Counts one message to each of them, or none.
     *
     * @throws WeComBusy when one of them has had enough, with the time to wait
     */
    void count(Collection<UserId> receivers) {
        apart.executeWithoutResult(
                status -> receivers.stream().map(UserId::value).sorted().forEach(this::count));
    }

    private void count(String receiver) {
        jdbc.sql(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('wecom-member:' || :user, 0))")
                .param("user", receiver)
                .query(Integer.class)
                .list();
        jdbc.sql(
                        "delete from wecom_message_sent where user_id = :user and sent_at < now() - interval '2 hours'")
                .param("user", receiver)
                .update();
        check(receiver, PER_MINUTE, MINUTE);
        check(receiver, PER_HOUR, HOUR);
        jdbc.sql("insert into wecom_message_sent (user_id, sent_at) values (:user, now())")
                .param("user", receiver)
                .update();
    }

    /** The wait ends when the message that fills the window leaves it. */
    private void check(String receiver, int most, Duration window) {
        jdbc.sql(
                        """
                select extract(epoch from sent_at + make_interval(secs => :window) - now())
                  from wecom_message_sent
                 where user_id = :user and sent_at > now() - make_interval(secs => :window)
                 order by sent_at desc offset :allowed limit 1
                """)
                .param("window", window.toSeconds())
                .param("user", receiver)
                .param("allowed", most - 1)
                .query(Double.class)
                .optional()
                .ifPresent(
                        seconds -> {
                            throw new WeComBusy(
                                    "发给 %s 的消息已达上限（每%s %d 条）"
                                            .formatted(
                                                    receiver,
                                                    window.equals(MINUTE) ? "分钟" : "小时",
                                                    most),
                                    Duration.ofMillis((long) Math.ceil(seconds * 1000)));
                        });
    }
}
