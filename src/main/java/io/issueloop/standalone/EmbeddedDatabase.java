package io.issueloop.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real PostgreSQL run by this application: durable, loopback only, with a password, in the data
 * directory. It survives a {@code kill -9} of the application; the next start adopts it. One
 * application at a time has a data directory; {@link #connection(Path)} is for its command-line
 * tools.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final DatabaseSecrets secrets;
    private final Postmaster server;
    private final DirectoryLock lock;
    private final boolean adopted;

    private EmbeddedDatabase(
            DatabaseSecrets secrets, Postmaster server, DirectoryLock lock, boolean adopted) {
        this.secrets = secrets;
        this.server = server;
        this.lock = lock;
        this.adopted = adopted;
    }

    /**
     * Starts the server of a data directory, which is created where missing.
     *
     * @throws StartRefused when another application has the directory or the server is not durable
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        return start(dataDirectory, ServerAccount.choose(), ServerHome.SYSTEM_WIDE);
    }

    static EmbeddedDatabase start(Path dataDirectory, ServerAccount account, Path systemWide) {
        var data = DataDirectory.at(dataDirectory);
        var lock = DirectoryLock.take(data.path());
        try {
            return new DatabaseStart(data, account, systemWide).run(lock);
        } catch (IOException | SQLException | RuntimeException e) {
            lock.close();
            throw e instanceof RuntimeException already
                    ? already
                    : new StartRefused("内置 PostgreSQL 启动失败：" + e.getMessage(), e);
        }
    }

    static EmbeddedDatabase running(
            DatabaseSecrets secrets, Postmaster server, DirectoryLock lock, boolean adopted) {
        log.info(
                "PostgreSQL {} on 127.0.0.1:{} in {}",
                adopted ? "adopted" : "started",
                secrets.port(),
                secrets.home());
        return new EmbeddedDatabase(secrets, server, lock, adopted);
    }

    /**
     * The database of a data directory whose server runs at this moment, started by whomever; empty
     * when it does not run.
     */
    public static Optional<DatabaseConnection> connection(Path dataDirectory) {
        if (Files.notExists(dataDirectory)) {
            return Optional.empty();
        }
        try {
            return DatabaseSecrets.read(DataDirectory.at(dataDirectory).connectionFile())
                    .filter(s -> Postmaster.runningOn(Cluster.directory(s.home())).isPresent())
                    .map(DatabaseSecrets::application);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the connection file", e);
        }
    }

    /** Where the files of a data directory's database are; empty where there is none yet. */
    public static Optional<Path> home(Path dataDirectory) {
        if (Files.notExists(dataDirectory)) {
            return Optional.empty();
        }
        try {
            return DatabaseSecrets.read(DataDirectory.at(dataDirectory).connectionFile())
                    .map(DatabaseSecrets::home)
                    .filter(home -> Files.exists(Cluster.directory(home)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the connection file", e);
        }
    }

    /** The application's own database, as its owner, who is no superuser. */
    public DatabaseConnection connection() {
        return secrets.application();
    }

    /** The superuser on the given database, for maintenance. */
    public DatabaseConnection administrator(String database) {
        return secrets.administrator(database);
    }

    /** Where the server's files are; usually inside the data directory. */
    public Path home() {
        return secrets.home();
    }

    /** Process id of the server. */
    public long pid() {
        return server.process().pid();
    }

    /** Whether the server was already there, left by an application that did not end properly. */
    public boolean adopted() {
        return adopted;
    }

    /** Fast shutdown within 10 s; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (lock.isHeld()) {
            try {
                server.stop(STOP_WITHIN);
                log.info("PostgreSQL stopped");
            } finally {
                lock.close();
            }
        }
    }
}
