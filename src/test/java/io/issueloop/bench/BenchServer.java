package io.issueloop.bench;

import io.issueloop.standalone.DatabaseConnection;
import io.issueloop.standalone.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The product's own embedded PostgreSQL, durable as always, with {@code pg_stat_statements} so that
 * the server itself counts what either side asks of it.
 */
final class BenchServer implements AutoCloseable {

    private final EmbeddedDatabase server;

    private BenchServer(EmbeddedDatabase server) {
        this.server = server;
    }

    static BenchServer start(Path directory) {
        try (var first = EmbeddedDatabase.start(directory)) {
            execute(
                    first.administrator("postgres"),
                    "alter system set shared_preload_libraries = 'pg_stat_statements'");
            execute(
                    first.administrator("postgres"),
                    "alter system set pg_stat_statements.track_utility = off");
        }
        var database = EmbeddedDatabase.start(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "end of the server"));
        var server = new BenchServer(database);
        server.administer("create extension if not exists pg_stat_statements");
        return server;
    }

    /** An empty database, owned by the application's role; one of the last run is dropped. */
    DatabaseConnection fresh(String name) {
        administer("drop database if exists " + name + " with (force)");
        var own = server.connection();
        administer("create database " + name + " owner " + own.username());
        var url = own.url().substring(0, own.url().lastIndexOf('/') + 1) + name;
        return new DatabaseConnection(url, own.username(), own.password());
    }

    Meter meter(String database) {
        return new Meter(server.administrator("postgres"), database);
    }

    /** Every round pays for its own first touch of each page, not for the last round's. */
    void checkpoint() {
        administer("checkpoint");
    }

    private void administer(String sql) {
        execute(server.administrator("postgres"), sql);
    }

    private static void execute(DatabaseConnection where, String sql) {
        try (var connection = where.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
