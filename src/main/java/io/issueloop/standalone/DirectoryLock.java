package io.issueloop.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One application at a time has a data directory. The kernel releases the lock when the process
 * ends, however it ends.
 */
final class DirectoryLock implements AutoCloseable {

    /** Asked first: opening and closing the file a second time would release the JVM's own lock. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @throws StartRefused when another application has it
     */
    static DirectoryLock take(Path directory) {
        var file = directory.resolve("issueloop.lock");
        if (!HELD_HERE.add(file)) {
            throw refused(directory, ProcessHandle.current().pid() + "");
        }
        try {
            return new DirectoryLock(file, lock(directory, file));
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw new UncheckedIOException("cannot lock " + file, e);
        } catch (RuntimeException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    private static FileChannel lock(Path directory, Path file) throws IOException {
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw refused(directory, Files.readString(file).strip());
        }
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static InUse refused(Path directory, String pid) {
        return new InUse(
                "数据目录 %s 正被另一个 IssueLoop 进程使用（进程号 %s）。请先停止它，或用 ISSUELOOP_DATA_DIR 指定其他目录。"
                        .formatted(directory, pid));
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unlock " + file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    /** Another application has the directory at this moment. */
    static final class InUse extends StartRefused {
        InUse(String message) {
            super(message);
        }
    }
}
