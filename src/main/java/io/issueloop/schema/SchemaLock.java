package io.issueloop.schema;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * One PostgreSQL advisory lock for everything that creates tables, ours and the engine's, so that
 * nodes starting together on an empty database come up one after the other (ENGINE-03017
 * otherwise).
 */
@Component
public class SchemaLock {

    /** "ISSUELP" in ASCII; any number will do as long as it stays the same. */
    private static final long KEY = 0x49535355454C50L;

    private final DataSource dataSource;

    SchemaLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs the work while this session, and no other, holds the lock. */
    public void during(Runnable work) {
        try (var connection = dataSource.getConnection()) {
            call(connection, "pg_advisory_lock");
            try {
                work.run();
            } finally {
                call(connection, "pg_advisory_unlock");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("schema lock failed", e);
        }
    }

    /** Waits for the lock and holds it until the transaction of this connection ends. */
    public static void untilTransactionEnds(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the schema lock needs a transaction");
        }
        call(connection, "pg_advisory_xact_lock");
    }

    private static void call(Connection connection, String function) throws SQLException {
        try (var statement = connection.prepareStatement("select " + function + "(?)")) {
            statement.setLong(1, KEY);
            statement.execute();
        }
    }
}
