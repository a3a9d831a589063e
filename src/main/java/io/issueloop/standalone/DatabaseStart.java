package io.issueloop.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One start of the embedded server: adopt what is there, or bring it up from its files. */
final class DatabaseStart {

    private static final Logger log = LoggerFactory.getLogger(DatabaseStart.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final DataDirectory data;
    private final ServerAccount account;
    private final Path systemWide;

    DatabaseStart(DataDirectory data, ServerAccount account, Path systemWide) {
        this.data = data;
        this.account = account;
        this.systemWide = systemWide;
    }

    EmbeddedDatabase run(DirectoryLock lock) throws IOException, SQLException {
        var known = DatabaseSecrets.read(data.connectionFile());
        if (known.isPresent()) {
            var cluster = Cluster.directory(known.get().home());
            var orphan = Postmaster.runningOn(cluster);
            if (orphan.isPresent() && isUsable(known.get(), orphan.get())) {
                var secrets = known.get().onPort(orphan.get().port());
                return EmbeddedDatabase.running(secrets, orphan.get(), lock, true);
            }
            orphan.ifPresent(server -> server.stop(STOP_WITHIN));
            if (Postmaster.removeStalePidFile(cluster)) {
                log.info("removed a postmaster.pid that no server of ours belongs to");
            }
        }
        return fromFiles(known, lock);
    }

    private EmbeddedDatabase fromFiles(Optional<DatabaseSecrets> known, DirectoryLock lock)
            throws IOException, SQLException {
        var secrets = known.isPresent() ? reachable(known.get()) : firstTime();
        var cluster = new Cluster(secrets.home(), PostgresBinaries.unpack(secrets.home()), account);
        cluster.initialiseOnce(secrets.administratorPassword());
        var onPort = secrets.onPort(FreePort.preferably(secrets.port()));
        onPort.write(data.connectionFile());
        var server = cluster.start(onPort.port());
        try {
            createOnce(onPort);
            requireDurable(onPort);
        } catch (SQLException | RuntimeException e) {
            server.stop(STOP_WITHIN);
            throw e;
        }
        return EmbeddedDatabase.running(onPort, server, lock, false);
    }

    /** The passwords are stored before the cluster exists: no crash can separate the two. */
    private DatabaseSecrets firstTime() throws IOException {
        var secrets = DatabaseSecrets.fresh(ServerHome.choose(data, account, systemWide));
        if (Files.exists(Cluster.directory(secrets.home()))) {
            throw new StartRefused(
                    "数据库 %s 已存在，但它的连接文件 %s 丢失了。请从备份恢复该文件，或移走数据库目录后重新开始。"
                            .formatted(secrets.home(), data.connectionFile()));
        }
        secrets.write(data.connectionFile());
        return secrets;
    }

    private DatabaseSecrets reachable(DatabaseSecrets secrets) {
        if (!ServerHome.reachable(secrets.home(), account)) {
            throw new StartRefused(
                    "PostgreSQL 的运行账号无法访问数据库目录 %s，请检查该目录及其上级目录的权限。".formatted(secrets.home()));
        }
        return secrets;
    }

    private static boolean isUsable(DatabaseSecrets secrets, Postmaster orphan) {
        try (var connection = secrets.onPort(orphan.port()).application().open()) {
            return Durability.of(connection).isSafe();
        } catch (SQLException e) {
            log.info("the server left behind is not usable and is restarted: {}", e.getMessage());
            return false;
        }
    }

    private static void requireDurable(DatabaseSecrets secrets) throws SQLException {
        try (var connection = secrets.application().open()) {
            var durability = Durability.of(connection);
            if (!durability.isSafe()) {
                throw new StartRefused(
                        "拒绝启动：PostgreSQL 的设置会在断电时丢失数据（%s）。请删除 %s 中的相应设置。"
                                .formatted(
                                        durability,
                                        Cluster.directory(secrets.home())
                                                .resolve("postgresql.auto.conf")));
            }
        }
    }

    private static void createOnce(DatabaseSecrets secrets) throws SQLException {
        try (var connection = secrets.administrator("postgres").open();
                var statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
                statement.execute(
                        "create role %s login password '%s'"
                                .formatted(DatabaseSecrets.ROLE, secrets.password()));
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?")) {
                statement.execute(
                        "create database %s owner %s"
                                .formatted(DatabaseSecrets.DATABASE, DatabaseSecrets.ROLE));
            }
        }
    }

    /** The role and the database bear the same name. */
    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, DatabaseSecrets.ROLE);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
