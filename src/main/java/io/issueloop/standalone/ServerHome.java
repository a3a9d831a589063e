package io.issueloop.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * Finds a place for the server's files that the account it runs as can reach: {@code
 * <data-dir>/postgres}, or a directory of its own under {@code /var/lib/issueloop} where root's
 * home hides the data directory from {@code nobody}.
 */
final class ServerHome {

    static final Path SYSTEM_WIDE = Path.of("/var/lib/issueloop");

    private ServerHome() {}

    static Path choose(DataDirectory data, ServerAccount account, Path systemWide) {
        var inside = create(data.path().resolve("postgres"));
        if (account.owner().isEmpty()) {
            return inside;
        }
        if (account.owner().get().equals("nobody")) {
            letThrough(data.path());
        }
        if (reachable(inside, account)) {
            return inside;
        }
        var name = UUID.nameUUIDFromBytes(data.path().toString().getBytes(StandardCharsets.UTF_8));
        try {
            Files.createDirectories(systemWide);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + systemWide, e);
        }
        var outside = create(systemWide.resolve(name.toString()));
        if (!reachable(outside, account)) {
            throw new StartRefused(
                    "PostgreSQL 的运行账号 nobody 无法访问 %s 和 %s，请用 ISSUELOOP_DATA_DIR 指定它能访问的目录。"
                            .formatted(inside, outside));
        }
        return outside;
    }

    static boolean reachable(Path home, ServerAccount account) {
        account.own(home);
        return account.can(Path.of("/"), "test", "-w", home.toString());
    }

    /** Created where missing; 0700 in any case. */
    private static Path create(Path home) {
        try {
            Files.createDirectories(home, DataDirectory.privately("rwx------"));
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + home, e);
        }
    }

    /** Passing through is allowed, reading is not. */
    private static void letThrough(Path directory) {
        try {
            var permissions = Files.getPosixFilePermissions(directory);
            if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(directory, permissions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the way through " + directory, e);
        }
    }
}
