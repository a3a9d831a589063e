package io.issueloop.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The running server process of one cluster directory. */
record Postmaster(ProcessHandle process, int port, Path cluster) {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final int LINE_PID = 0;
    private static final int LINE_PORT = 3;

    /**
     * The server that {@code postmaster.pid} names, if that process is alive and really is a
     * PostgreSQL on this directory. Process ids are reused: after a reboot the number may belong to
     * anybody, even to another PostgreSQL.
     */
    static Optional<Postmaster> runningOn(Path cluster) {
        var lines = pidFile(cluster);
        if (lines.size() <= LINE_PORT) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(LINE_PID).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process, cluster))
                .map(
                        p ->
                                new Postmaster(
                                        p,
                                        Integer.parseInt(lines.get(LINE_PORT).strip()),
                                        cluster));
    }

    /**
     * PostgreSQL itself believes any living process of the same user and would refuse to start.
     * Called only when {@link #runningOn} found nothing.
     *
     * @return whether there was one
     */
    static boolean removeStalePidFile(Path cluster) {
        try {
            return Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the stale postmaster.pid", e);
        }
    }

    /** Fast shutdown: sessions are ended, data is checkpointed; after the patience without that. */
    void stop(Duration patience) {
        signal("INT");
        if (!endsWithin(patience)) {
            signal("QUIT");
            if (!endsWithin(patience)) {
                throw new IllegalStateException("PostgreSQL " + process.pid() + " does not stop");
            }
        }
    }

    private void signal(String name) {
        Command.of(List.of(), Path.of("/"), "sh", "-c", "kill -" + name + " " + process.pid())
                .succeeds();
    }

    /**
     * Removing its pid file is the last thing a server does. Its process may stay much longer as a
     * zombie, until the first process of a container looks after it.
     */
    private boolean endsWithin(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!hasEnded() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        return hasEnded();
    }

    private boolean hasEnded() {
        return !process.isAlive() || Files.notExists(cluster.resolve("postmaster.pid"));
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        var commandLine = List.of(process.info().arguments().orElse(new String[0]));
        var program = process.info().command().map(Path::of).map(Path::getFileName);
        return program.filter(name -> name.toString().equals("postgres")).isPresent()
                && commandLine.contains(cluster.toString());
    }

    private static List<String> pidFile(Path cluster) {
        var file = cluster.resolve("postmaster.pid");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
