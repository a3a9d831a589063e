package io.issueloop.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The files of one PostgreSQL server and the programs that work on them.
 *
 * @param home private directory that holds the cluster, the programs and the server's log
 */
record Cluster(Path home, Path binaries, ServerAccount account) {

    /** Everything that differs from PostgreSQL's own defaults; written anew at every start. */
    private static final String SETTINGS =
            """
            # written by IssueLoop at every start; own settings belong into postgresql.auto.conf
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 200
            shared_buffers = '128MB'
            max_wal_size = '512MB'
            jit = off
            timezone = 'Asia/Shanghai'
            log_timezone = 'Asia/Shanghai'
            log_checkpoints = off
            """;

    private static final String WHO_MAY_CONNECT =
            "host all all 127.0.0.1/32 scram-sha-256" + System.lineSeparator();

    private static final long LOG_LIMIT_BYTES = 10_000_000;

    static Path directory(Path home) {
        return home.resolve("cluster");
    }

    Path directory() {
        return directory(home);
    }

    /** Beside and renamed, so that an interrupted attempt leaves nothing that looks complete. */
    void initialiseOnce(String administratorPassword) throws IOException {
        if (Files.exists(directory())) {
            return;
        }
        var draft = home.resolve("cluster.new");
        FileSystemUtils.deleteRecursively(draft);
        var password = home.resolve("password.new");
        Files.deleteIfExists(password);
        Files.createFile(password, DataDirectory.privately("rw-------"));
        try {
            Files.writeString(password, administratorPassword);
            account.own(home);
            program(
                            "initdb",
                            "--pgdata=" + draft,
                            "--username=" + DatabaseSecrets.ADMINISTRATOR,
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--encoding=UTF8",
                            "--locale=C.UTF-8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions")
                    .run();
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(draft, directory(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Returns when the server accepts connections. It outlives this process until it is stopped.
     */
    Postmaster start(int port) throws IOException {
        Files.writeString(directory().resolve("postgresql.conf"), SETTINGS.formatted(port));
        Files.writeString(directory().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        account.own(home);
        var log = home.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            program("pg_ctl", "-D", directory().toString(), "-l", log.toString())
                    .with("-w", "-t", "300", "-s", "start")
                    .run();
        } catch (StartRefused e) {
            throw new StartRefused("内置 PostgreSQL 启动失败，日志见 " + log + "：\n" + lastLines(log), e);
        }
        return Postmaster.runningOn(directory())
                .orElseThrow(() -> new StartRefused("内置 PostgreSQL 启动后又退出了，日志见 " + log));
    }

    private Command program(String name, String... arguments) {
        return Command.of(account.prefix(), home, binaries.resolve("bin").resolve(name).toString())
                .with(arguments);
    }

    private static String lastLines(Path log) {
        try {
            var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
