package io.issueloop.appraisal.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

    /** Read as a file: the entries of a stream do not say how long they are. */
    static void copy(Path file, Instant created, OutputStream out) throws IOException {
        try (var read = new ZipFile(file.toFile());
                var written = new ZipOutputStream(out)) {
            for (var entry : Collections.list(read.entries())) {
                try (var content = read.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        add(written, PROPERTIES, dated(content.readAllBytes(), created));
                    } else {
                        add(written, fixed(entry), content);
                    }
                }
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        add(zip, fixed(entry), new ByteArrayInputStream(content));
    }

    private static void add(ZipOutputStream zip, ZipEntry entry, InputStream content)
            throws IOException {
        zip.putNextEntry(entry);
        content.transferTo(zip);
        zip.closeEntry();
    }

    private static ZipEntry fixed(ZipEntry read) {
        var entry = new ZipEntry(read.getName());
        entry.setTimeLocal(ALWAYS);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(read.getSize());
        entry.setCrc(read.getCrc());
        return entry;
    }

    private static byte[] dated(byte[] properties, Instant created) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(
                        "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)", "$1" + created + "$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
