package io.issueloop.support;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections to a test's database that are used again: signing in costs some ten milliseconds, and
 * tests outside a transaction did it for every statement. A connection that is given back is as
 * good as new ({@code discard all}), so that what holds by its connection ends with it. There are
 * no threads and nothing has to be closed: a few of those last given back stay open.
 */
final class ReusedConnections extends DriverManagerDataSource {

    private static final int MOST_IDLE = 12;

    /** Of all databases, the one given back last at the end. */
    private static final Deque<Idle> IDLE = new ArrayDeque<>();

    private record Idle(String url, Connection connection) {}

    private final String url;

    ReusedConnections(String url, String username, String password) {
        super(url, username, password);
        this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (var idle = idle(); idle.isPresent(); idle = idle()) {
            // a server that was restarted, or a test that cut connections, leaves dead ones behind
            if (idle.get().isValid(1)) {
                return lent(idle.get());
            }
        }
        return lent(super.getConnection());
    }

    private Optional<Connection> idle() {
        synchronized (IDLE) {
            var last = IDLE.stream().filter(one -> one.url().equals(url)).reduce((one, two) -> two);
            last.ifPresent(IDLE::remove);
            return last.map(Idle::connection);
        }
    }

    private Connection lent(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        ReusedConnections.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new LentConnection(connection, this::takeBack));
    }

    private void takeBack(Connection connection) {
        try (var statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.setReadOnly(false);
            statement.execute("discard all");
        } catch (SQLException dead) {
            close(connection);
            return;
        }
        synchronized (IDLE) {
            IDLE.addLast(new Idle(url, connection));
            if (IDLE.size() > MOST_IDLE) {
                close(IDLE.removeFirst().connection());
            }
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException closedAlready) {
            // nothing is left to close
        }
    }
}
