package io.issueloop.wecom;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls of limited interfaces, counted before they are made, over all nodes. */
@Component
class CallCounts {

    /** Counted before sending: one that travels slowly must not meet those of the next minute. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    CallCounts(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Counts one call.
     *
     * @param who whose calls are counted together
     * @throws WeComBusy when there were enough, with the time until the oldest leaves the window
     */
    void count(String api, String who, int most, Duration window) {
        apart.executeWithoutResult(status -> countAlone(api, who, most, window.plus(MARGIN)));
    }

    private void countAlone(String api, String who, int most, Duration window) {
        jdbc.sql(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('wecom-call:' || :api"
                                + " || :who, 0))")
                .param("api", api)
                .param("who", who)
                .query(Integer.class)
                .list();
        jdbc.sql(
                        """
                delete from wecom_call
                 where api = :api and who = :who and made_at <= now() - make_interval(secs => :window)
                """)
                .param("api", api)
                .param("who", who)
                .param("window", window.toSeconds())
                .update();
        jdbc.sql(
                        """
                select extract(epoch from made_at + make_interval(secs => :window) - now())
                  from wecom_call where api = :api and who = :who
                 order by made_at desc offset :allowed limit 1
                """)
                .param("api", api)
                .param("who", who)
                .param("window", window.toSeconds())
                .param("allowed", most - 1)
                .query(Double.class)
                .optional()
                .ifPresent(
                        seconds -> {
                            throw new WeComBusy(
                                    "调用 %s 已达上限（%d 次）".formatted(api, most),
                                    Duration.ofMillis((long) Math.ceil(seconds * 1000)));
                        });
        jdbc.sql("insert into wecom_call (api, who, made_at) values (:api, :who, now())")
                .param("api", api)
                .param("who", who)
                .update();
    }
}
