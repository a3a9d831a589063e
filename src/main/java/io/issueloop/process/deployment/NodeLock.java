package io.issueloop.process.deployment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one node at a time do what is named, by an advisory lock of PostgreSQL. */
@Component
public class NodeLock {

    private final JdbcClient jdbc;

    NodeLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the lock and holds it until the surrounding transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdUntilCommit(String work) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:work, 0))")
                .param("work", "issueloop." + work)
                .query((row, n) -> work)
                .single();
    }
}
