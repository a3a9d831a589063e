package io.issueloop.wecom;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
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

    private static final long LOOK_AGAIN_MILLIS = 200;

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

    /**
     * Does the work with the lease, waiting up to {@code length} for whoever has it.
     *
     * @throws WeComBusy when it did not come free
     */
    <T> T whileHolding(String name, Duration length, Supplier<T> work) {
        var deadline = System.nanoTime() + length.toNanos();
        while (!take(name, length)) {
            if (System.nanoTime() > deadline) {
                throw new WeComBusy("另一任务正在处理：" + name, length);
            }
            pause();
        }
        try {
            return work.get();
        } finally {
            release(name);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WeComUnavailable("等待时被中断", null);
        }
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
