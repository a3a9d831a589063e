package io.issueloop.standalone;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * As whom PostgreSQL runs, since it refuses to run as root.
 *
 * @param prefix words in front of every server command
 * @param owner who must own the files; empty: whoever runs the application
 */
record ServerAccount(List<String> prefix, Optional<String> owner) {

    /** The user of the application itself, who is not root. */
    static final ServerAccount SAME_USER = new ServerAccount(List.of(), Optional.empty());

    /** Root outside, nobody inside a user namespace of its own; files stay root's. */
    static final ServerAccount NAMESPACE =
            new ServerAccount(List.of("unshare", "-U"), Optional.of("root"));

    /** Root without user namespaces: the account nobody, without any privilege. */
    static final ServerAccount NOBODY =
            new ServerAccount(
                    List.of(
                            "setpriv",
                            "--reuid=nobody",
                            "--regid=" + groupOfNobody(),
                            "--clear-groups",
                            "--inh-caps=-all",
                            "--no-new-privs"),
                    Optional.of("nobody"));

    /** The same by {@code runuser}, for systems whose {@code setpriv} is missing or too small. */
    static final ServerAccount RUNUSER_NOBODY =
            new ServerAccount(List.of("runuser", "-u", "nobody", "--"), Optional.of("nobody"));

    static ServerAccount choose() {
        if (!isRoot()) {
            return SAME_USER;
        }
        if (LinuxUtils.isUnshareAvailable()) {
            return NAMESPACE;
        }
        for (var account : List.of(NOBODY, RUNUSER_NOBODY)) {
            if (account.can(Path.of("/"), "true")) {
                return account;
            }
        }
        throw new StartRefused(
                "PostgreSQL 不能以 root 身份运行，而本机既不允许用户命名空间，也没有 setpriv 或 runuser。请以普通用户启动，或用"
                        + " SPRING_DATASOURCE_URL 连接外部 PostgreSQL。");
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    boolean can(Path directory, String... words) {
        return Command.of(prefix, directory, words).succeeds();
    }

    /** Gives everything below to the owner, where it is somebody else's. */
    void own(Path root) {
        if (owner.isEmpty()) {
            return;
        }
        try {
            var principal =
                    root.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(owner.get());
            Files.walkFileTree(
                    root,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
                                throws IOException {
                            return visitFile(dir, a);
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                                throws IOException {
                            if (!a.isSymbolicLink() && !Files.getOwner(file).equals(principal)) {
                                Files.setOwner(file, principal);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give " + root + " to " + owner.get(), e);
        }
    }

    private static String groupOfNobody() {
        try {
            var lookup = Path.of("/").getFileSystem().getUserPrincipalLookupService();
            return lookup.lookupPrincipalByGroupName("nogroup").getName();
        } catch (IOException noSuchGroup) {
            return "nobody";
        }
    }
}
