package io.issueloop.wecom;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that only one node may do at a time. Held as rows with an end, not as database locks: no
 * connection is kept while WeCom is being waited for, and a crash gives them back. All in the
 * database's time, the one clock the nodes share.
 */
@Component
class Leases {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final UUID holder = UUID.randomUUID();

    Leases(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Takes the lease for this long; false while anybody, this node included, has it. */
    boolean take(String name, Duration length) {
        var taken =
                apart.execute(
                        status ->
                                jdbc.sql(
                                                """
                insert into wecom_lease (name, holder, until)
                values (:name, :holder, now() + make_interval(secs => :seconds))
                on conflict (name) do update set holder = excluded.holder, until = excluded.until
                 where wecom_lease.until <= now()
                """)
                                        .param("name", name)
                                        .param("holder", holder)
                                        .param("seconds", length.toMillis() / 1000.0)
                                        .update());
        return taken != null && taken == 1;
    }

    /** Gives it back before its end. */
    void release(String name) {
        apart.executeWithoutResult(
                status ->
                        jdbc.sql(
                                        "update wecom_lease set until = now() where name = :name and holder = :holder")
                                .param("name", name)
                                .param("holder", holder)
                                .update());
    }
}
