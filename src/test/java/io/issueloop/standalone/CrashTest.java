package io.issueloop.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** trust.md, restart: kill -9 leaves a database that the next start adopts or recovers. */
class CrashTest {

    private static final int SOME_ROWS = 300;

    @TempDir private Path data;

    @AfterEach
    void leaveNoServerBehind() throws Exception {
        if (EmbeddedDatabase.connection(data).isPresent()) {
            Postmaster.runningOn(cluster()).orElseThrow().stop(Duration.ofSeconds(10));
        }
    }

    @Test
    @DisplayName("应用被 kill -9 后，下次启动接管仍在运行的数据库，已确认的数据都在")
    void orphanIsAdopted() throws Exception {
        var application = BookkeeperProcess.on(data);
        application.waitForLine(SOME_ROWS);
        var acknowledged = application.kill();

        var before = Instant.now();
        try (var database = EmbeddedDatabase.start(data)) {
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(database.adopted()).isTrue();
            assertThat(rows(database)).isGreaterThanOrEqualTo(Math.max(acknowledged, SOME_ROWS));
        }
        assertThat(EmbeddedDatabase.connection(data)).as("adopted, so stopped like own").isEmpty();
    }

    @Test
    @DisplayName("应用和数据库同时被 kill -9 后，下次启动自动恢复，已确认的数据都在")
    void killedTogetherTheyRecover() throws Exception {
        var application = BookkeeperProcess.on(data);
        application.waitForLine(SOME_ROWS);
        var server = Postmaster.runningOn(cluster()).orElseThrow().process();
        server.destroyForcibly();
        var acknowledged = application.kill();

        var before = Instant.now();
        try (var database = EmbeddedDatabase.start(data)) {
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(database.adopted()).isFalse();
            assertThat(rows(database)).isGreaterThanOrEqualTo(Math.max(acknowledged, SOME_ROWS));
        }
    }

    @Test
    @DisplayName("另一个进程正在使用同一数据目录时，启动被拒绝并指出进程号")
    void directoryOfALivingApplicationIsRefused() throws Exception {
        var application = BookkeeperProcess.on(data);
        application.waitForLine(1);
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("进程号 " + application.process().pid());
        } finally {
            application.kill();
        }
        EmbeddedDatabase.start(data).close();
    }

    private Path cluster() throws Exception {
        var secrets = DatabaseSecrets.read(data.resolve("database.properties")).orElseThrow();
        return Cluster.directory(secrets.home());
    }

    private static int rows(EmbeddedDatabase database) throws Exception {
        return Integer.parseInt(Sql.text(database.connection(), "select count(*) from book"));
    }
}
