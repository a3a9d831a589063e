package io.issueloop.process.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Who this node is, over restarts: the owner of its job leases. A second process on the same folder
 * gets an id of its own, so that it never releases what the first one is working on.
 */
final class NodeId implements AutoCloseable {

    private final FileChannel channel;
    private final String value;

    private NodeId(FileChannel channel, String value) {
        this.channel = channel;
        this.value = value;
    }

    static NodeId in(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel =
                    FileChannel.open(
                            folder.resolve("node-id"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            return new NodeId(channel, isOurs(channel) ? readOrCreate(channel) : newId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String value() {
        return value;
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String readOrCreate(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(64);
        channel.read(bytes);
        var known =
                new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        if (known.matches("node-[0-9a-f-]{36}")) {
            return known;
        }
        var fresh = newId();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(fresh.getBytes(StandardCharsets.US_ASCII)), 0);
        return fresh;
    }

    private static String newId() {
        return "node-" + UUID.randomUUID();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
