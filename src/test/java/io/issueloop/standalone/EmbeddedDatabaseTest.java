package io.issueloop.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** trust.md, crash: durable, with a password, on loopback only, one application at a time. */
class EmbeddedDatabaseTest {

    @TempDir private static Path data;

    private EmbeddedDatabase database;

    @BeforeEach
    void start() {
        database = EmbeddedDatabase.start(data);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void restartKeepsDataAndPort() throws SQLException {
        var url = database.connection().url();
        Sql.run(database.connection(), "create table kept as select '问题' as word");

        database.close();
        database = EmbeddedDatabase.start(data);

        assertThat(database.connection().url()).isEqualTo(url);
        assertThat(Sql.text(database.connection(), "select word from kept")).isEqualTo("问题");
    }

    @Test
    void settingsAreDurable() throws SQLException {
        try (var connection = database.connection().open()) {
            assertThat(Durability.of(connection)).isEqualTo(new Durability("on", "on", "on"));
        }
    }

    @Test
    void settingThatLosesDataIsRefused() throws SQLException, IOException {
        Sql.run(database.administrator("postgres"), "alter system set fsync = off");
        database.close();

        assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("fsync=off");

        assertThat(EmbeddedDatabase.connection(data)).as("nothing is left running").isEmpty();
        Files.writeString(Cluster.directory(database.home()).resolve("postgresql.auto.conf"), "");
    }

    @Test
    void wrongPasswordIsRefused() {
        var own = database.connection();
        assertThatThrownBy(() -> DriverManager.getConnection(own.url(), own.username(), "guess"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void applicationIsNoSuperuser() throws SQLException {
        assertThat(Sql.text(database.connection(), "show is_superuser")).isEqualTo("off");
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        var port = Integer.parseInt(database.connection().url().replaceAll(".*:(\\d+)/.*", "$1"));
        assertThat(ListeningSockets.addressesOf(port)).containsExactly("0100007F");
    }

    @Test
    void localeIsUnicodeWhateverTheSystemSays() throws SQLException {
        assertThat(Sql.text(database.connection(), "show server_encoding")).isEqualTo("UTF8");
        assertThat(Sql.text(database.connection(), "select upper('é') || ('中文' ~ '^\\w+$')"))
                .isEqualTo("Étrue");
    }

    @Test
    void secretsAndFilesArePrivate() throws IOException {
        assertThat(mode(data.resolve("database.properties"))).isEqualTo("rw-------");
        assertThat(mode(database.home())).isEqualTo("rwx------");
        assertThat(database.home()).startsWith(data.toRealPath());
    }

    @Test
    void toolsFindTheRunningServer() throws SQLException {
        var found = EmbeddedDatabase.connection(data).orElseThrow();
        assertThat(Sql.text(found, "select current_user")).isEqualTo("issueloop");
        database.close();
        assertThat(EmbeddedDatabase.connection(data)).isEmpty();
    }

    @Test
    void secondStartOnTheSameDirectoryIsRefused() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("正被另一个 IssueLoop 进程使用");
    }

    @Test
    void pidFileThatNamesSomebodyElseIsRemoved() throws IOException, SQLException {
        var cluster = Cluster.directory(database.home());
        var pidFile = Files.readString(cluster.resolve("postmaster.pid"));
        var serverPid = Long.toString(database.pid());
        database.close();
        var mine = Long.toString(ProcessHandle.current().pid());
        Files.writeString(cluster.resolve("postmaster.pid"), pidFile.replaceFirst(serverPid, mine));

        database = EmbeddedDatabase.start(data);

        assertThat(database.adopted()).isFalse();
        assertThat(Sql.text(database.connection(), "select 'alive'")).isEqualTo("alive");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
