package io.issueloop.support;

import io.issueloop.standalone.DatabaseConnection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of a test's own on the one PostgreSQL of all tests, with the engine's tables and ours
 * in place and no rows of ours in them. Costs a fraction of a second.
 *
 * <pre>{@code
 * private final TestDatabase database = TestDatabase.create();
 * … database.jdbc().sql("select …")
 * }</pre>
 *
 * Tests with a Spring context write {@link WithDatabase @WithDatabase} on the class instead.
 * Nothing has to be cleaned up: the next run drops what is left.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DatabaseConnection connection;

    private TestDatabase(DatabaseConnection connection) {
        this.connection = connection;
    }

    /** A fresh copy of the migrated schema. */
    public static TestDatabase create() {
        return new TestDatabase(TestServer.get().copyOfTemplate(name()));
    }

    /** Without any table, for tests of the first start. */
    public static TestDatabase empty() {
        return new TestDatabase(TestServer.get().empty(name()));
    }

    private static String name() {
        return "test_" + NUMBER.incrementAndGet();
    }

    public String url() {
        return connection.url();
    }

    public String username() {
        return connection.username();
    }

    public String password() {
        return connection.password();
    }

    /** As many connections at once as are asked for; they are used again. */
    public DataSource dataSource() {
        return new ReusedConnections(url(), username(), password());
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }
}
