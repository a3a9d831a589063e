package io.issueloop.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's memory: JSON objects in named tables, one file. What a transaction wrote is on disk
 * when it ends, all of it or nothing, so a killed sandbox continues where it was.
 */
public final class Store implements AutoCloseable {

    private static final int COMMITS_PER_COMPACTION = 500;

    private final MVStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private int commits;

    /** Null keeps everything in memory. */
    public Store(@Nullable Path file) {
        var builder = new MVStore.Builder().autoCommitDisabled().pageSplitSize(4096);
        if (file != null) {
            createFolder(file.toAbsolutePath().getParent());
            builder.fileName(file.toAbsolutePath().toString());
        }
        this.store = builder.open();
    }

    /** Opened once, by constructors: a table first opened inside a failed transaction is lost. */
    public Table table(String name) {
        return transact(() -> new Table(store.openMap(name)));
    }

    /** One at a time; nested calls join the outer one. */
    public <T> T transact(Supplier<T> work) {
        lock.lock();
        try {
            return lock.getHoldCount() > 1 ? work.get() : commit(work);
        } finally {
            lock.unlock();
        }
    }

    public void transact(Runnable work) {
        transact(
                () -> {
                    work.run();
                    return true;
                });
    }

    private <T> T commit(Supplier<T> work) {
        boolean done = false;
        try {
            T result = work.get();
            store.commit();
            compactNowAndThen();
            done = true;
            return result;
        } finally {
            if (!done) {
                store.rollback();
            }
        }
    }

    /** Every commit rewrites a few pages; without this the file would only ever grow. */
    private void compactNowAndThen() {
        if (++commits % COMMITS_PER_COMPACTION == 0) {
            store.compact(50, 16 << 20);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            store.close();
        } finally {
            lock.unlock();
        }
    }

    private static void createFolder(@Nullable Path folder) {
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
    }
}
