package io.issueloop.appraisal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A rendered file on its way into the archive, kept on disk: a quarter of many people is larger
 * than memory should be. Closing deletes it.
 */
final class ArchiveFile implements AutoCloseable {

    private final Path path;

    private ArchiveFile(Path path) {
        this.path = path;
    }

    /** What writes a file. */
    interface Rendering {

        void to(OutputStream out) throws IOException;
    }

    static ArchiveFile of(Rendering rendering) {
        try {
            var file = new ArchiveFile(Files.createTempFile("archive", ".part"));
            try {
                file.write(rendering);
                return file;
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Rendering rendering) throws IOException {
        try (var out = Files.newOutputStream(path)) {
            rendering.to(out);
        }
    }

    Path path() {
        return path;
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    long size() throws IOException {
        return Files.size(path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
