package io.issueloop.appraisal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An office file without what differs from one writing to the next: the times of its entries, the
 * time of its creation, and the packing, which is any zlib's own.
 */
final class FixedZip {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";

    private FixedZip() {}

    static byte[] of(byte[] file, Instant created) {
        try {
            var written = Files.createTempFile("archive", ".zip");
            try {
                Files.write(written, file);
                return fixed(written, created);
            } finally {
                Files.delete(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read as a file: the entries of a stream do not say how long they are. */
    private static byte[] fixed(Path file, Instant created) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var read = new ZipFile(file.toFile());
                var written = new ZipOutputStream(out)) {
            for (var entry : Collections.list(read.entries())) {
                var content = read.getInputStream(entry).readAllBytes();
                var name = entry.getName();
                add(written, name, name.equals(PROPERTIES) ? dated(content, created) : content);
            }
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] dated(byte[] properties, Instant created) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(
                        "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)", "$1" + created + "$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
