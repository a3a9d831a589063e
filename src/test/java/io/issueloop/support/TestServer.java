package io.issueloop.support;

import io.issueloop.standalone.DatabaseConnection;
import io.issueloop.standalone.EmbeddedDatabase;
import io.issueloop.standalone.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;

/**
 * The PostgreSQL of all tests of this JVM, in {@code target}, so that its template survives until
 * the next {@code mvn clean}. Not durable, as nothing in it is worth keeping.
 */
final class TestServer {

    private static final List<String> UNSAFE_BUT_FAST =
            List.of("fsync", "full_page_writes", "synchronous_commit");

    private static TestServer instance;

    private final EmbeddedDatabase server;
    private final String template;

    private TestServer(EmbeddedDatabase server) {
        this.server = server;
        UNSAFE_BUT_FAST.forEach(setting -> administer("alter system set " + setting + " = off"));
        administer("select pg_reload_conf()");
        databases("test\\_%")
                .forEach(name -> administer("drop database " + name + " with (force)"));
        this.template = template();
    }

    static synchronized TestServer get() {
        if (instance == null) {
            instance = new TestServer(start(1));
        }
        return instance;
    }

    /** A second JVM at the same time, such as one started in an IDE, gets a second directory. */
    private static EmbeddedDatabase start(int number) {
        var directory = Path.of("target", "test-postgres-" + number);
        try {
            var server = startDurably(directory);
            // after the applications, which would wait for it in vain
            SpringApplication.getShutdownHandlers().add(server::close);
            return server;
        } catch (StartRefused taken) {
            if (number == 4) {
                throw taken;
            }
            return start(number + 1);
        }
    }

    /** As a start insists on; the settings left by the last run are not durable. */
    private static EmbeddedDatabase startDurably(Path directory) {
        var settings = directory.resolve("postgres/cluster/postgresql.auto.conf");
        try {
            return EmbeddedDatabase.start(directory);
        } catch (StartRefused refused) {
            if (!refused.getMessage().contains("fsync")) {
                throw refused;
            }
            reset(settings);
            return EmbeddedDatabase.start(directory);
        }
    }

    private static void reset(Path settings) {
        try {
            Files.writeString(settings, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatabaseConnection copyOfTemplate(String name) {
        administer("create database " + name + " template " + template + " owner " + owner());
        return database(name);
    }

    DatabaseConnection empty(String name) {
        administer("create database " + name + " owner " + owner());
        return database(name);
    }

    private String template() {
        var name = "template_" + TestSchema.fingerprint();
        if (!databases("template\\_%").contains(name)) {
            databases("template\\_%").forEach(old -> administer("drop database " + old));
            TestSchema.create(empty("draft_" + name));
            administer("alter database draft_" + name + " rename to " + name);
        }
        return name;
    }

    private String owner() {
        return server.connection().username();
    }

    private DatabaseConnection database(String name) {
        var own = server.connection();
        var url = own.url().substring(0, own.url().lastIndexOf('/') + 1) + name;
        return new DatabaseConnection(url, own.username(), own.password());
    }

    private List<String> databases(String pattern) {
        try (var connection = server.administrator("postgres").open();
                var query =
                        connection.prepareStatement(
                                "select datname from pg_database where datname like ?")) {
            query.setString(1, pattern);
            var names = new ArrayList<String>();
            for (var result = query.executeQuery(); result.next(); ) {
                names.add(result.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void administer(String sql) {
        try (var connection = server.administrator("postgres").open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
