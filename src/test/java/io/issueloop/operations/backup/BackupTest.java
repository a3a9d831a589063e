package io.issueloop.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.shared.Refused;
import io.issueloop.support.TestDatabase;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot of a real database and its way into another one. */
class BackupTest {

    private static final String EVENT =
            """
            insert into issue_event (issue_no, type, actor, occurred_at, recorded_at, payload, idempotency_key)
            values (?, 'ISSUE_REPORTED', 'lina', now(), now(), cast(? as jsonb), ?)
            """;

    @TempDir private Path folder;
    private final TestDatabase from = TestDatabase.create();
    private final TestDatabase to = TestDatabase.create();
    private Path file;

    @BeforeEach
    void backup() {
        file = folder.resolve("all.zip");
        event(from, "ISS-20261122-0001", "{\"text\": \"反斜杠\\\\N、制表\\t、换行\\n、😀\"}");
        from.jdbc()
                .sql(
                        """
                        insert into spring_session values ('p', 's', 1, 1, 1, 1, null)
                        """)
                .update();
        var written = new BackupWriter(from.dataSource(), Clock.systemUTC()).write(file);
        assertThat(written.rows()).isPositive();
    }

    @Test
    @DisplayName("恢复后每张表、每个序列都与备份时相同；登录状态不带走；追加写的表仍然只能追加")
    void everythingIsThereAgain() {
        var expected = contents(from);
        event(from, "ISS-20261122-0002", "{}");
        event(to, "ISS-20991231-0001", "{}");
        to.jdbc().sql("insert into spring_session values ('q', 't', 1, 1, 1, 1, null)").update();

        new BackupReader(to.dataSource()).restore(file);

        assertThat(contents(to).equals(expected)).as("the same").isTrue();
        assertThat(contents(to).equals(contents(from))).as("as of the snapshot").isFalse();
        assertThat(to.jdbc().sql("select count(*) from spring_session").query(Long.class).single())
                .isZero();
        assertThatThrownBy(() -> to.jdbc().sql("delete from issue_event").update())
                .hasMessageContaining("append-only");
        event(to, "ISS-20261122-0003", "{}");
    }

    @Test
    @DisplayName("备份文件只有本人可读，不覆盖已有文件，失败不留下半个文件")
    void theFileIsPrivateAndNeverOverwritten() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var before = Files.readAllBytes(file);
        var writer = new BackupWriter(from.dataSource(), Clock.systemUTC());
        assertThatThrownBy(() -> writer.write(file)).hasMessageContaining("文件已存在");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        var nowhere = new BackupWriter(TestDatabase.empty().dataSource(), Clock.systemUTC());
        assertThatThrownBy(() -> nowhere.write(folder.resolve("no.zip")))
                .isInstanceOf(RuntimeException.class);
        assertThat(folder).isDirectoryContaining(one -> one.equals(file));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/manifest.json", "/tables/issue_event.copy"})
    @DisplayName("改过、缺了一部分的备份被拒绝，数据库不变")
    void damagedFilesAreRefused(String entry) throws IOException {
        var before = contents(to);
        try (var zip = FileSystems.newFileSystem(file)) {
            var path = zip.getPath(entry);
            var text = Files.readString(path);
            Files.writeString(path, text.replace("lina", "mallory").replace("V", "W"));
        }
        refused("备份");
        try (var zip = FileSystems.newFileSystem(file)) {
            Files.delete(zip.getPath(entry));
        }
        refused("备份");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
        refused("不是备份文件");
        assertThat(contents(to).equals(before)).as("unchanged").isTrue();
    }

    @Test
    @DisplayName("外键不成立时整个恢复撤销")
    void oneTransactionForEverything() {
        var before = contents(to);
        to.jdbc()
                .sql("alter table act_ru_task add constraint never check (id_ is null) not valid")
                .update();
        from.jdbc().sql("insert into act_ru_task (id_, rev_) values ('t', 1)").update();
        var other = folder.resolve("other.zip");
        new BackupWriter(from.dataSource(), Clock.systemUTC()).write(other);
        assertThatThrownBy(() -> new BackupReader(to.dataSource()).restore(other))
                .isInstanceOf(IllegalStateException.class);
        assertThat(contents(to).equals(before)).as("unchanged").isTrue();
    }

    @Test
    @DisplayName("应用还在运行、表结构不同：拒绝并说明")
    void refusesWhileANodeIsAlive() throws SQLException {
        var node = new Properties();
        node.setProperty("user", to.username());
        node.setProperty("password", to.password());
        node.setProperty("ApplicationName", Backups.NODE);
        try (var alive = DriverManager.getConnection(to.url(), node)) {
            assertThat(alive.isValid(1)).isTrue();
            refused("应用正在运行");
        }
        to.jdbc().sql("alter table issue add column extra text").update();
        refused("改过表结构");
        to.jdbc()
                .sql("update flyway_schema_history set checksum = 1 where version = '001'")
                .update();
        refused("另一个版本");
    }

    private void refused(String why) {
        assertThatThrownBy(() -> new BackupReader(to.dataSource()).restore(file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    private static void event(TestDatabase database, String issueNo, String payload) {
        database.jdbc().sql(EVENT).param(issueNo).param(payload).param(issueNo).update();
    }

    /** Every table's and sequence's content, as one digest each. */
    private static Map<String, String> contents(TestDatabase database) {
        try (var connection = database.dataSource().getConnection()) {
            var contents = new TreeMap<String, String>();
            var catalogue = new Catalogue(connection);
            catalogue
                    .counters()
                    .forEach(counter -> contents.put(counter.name(), counter.toString()));
            for (var table : catalogue.tables()) {
                try (var sql = connection.createStatement();
                        var rows =
                                sql.executeQuery(
                                        "select md5(string_agg(t::text, '|' order by t::text)) from "
                                                + table.quoted()
                                                + " t")) {
                    rows.next();
                    contents.put(table.name(), String.valueOf(rows.getString(1)));
                }
            }
            return contents;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
