package io.issueloop.issue.imports;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Uploaded files; they live in PostgreSQL, in pieces, so that none is ever held whole. */
@Component
class ImportFiles {

    /** Bytes. */
    static final long MAX_SIZE = 20L << 20;

    private static final int CHUNK = 256 << 10;
    private static final int MAX_NAME = 120;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a file and answers its id.
     *
     * @throws Refused when it is empty or too large
     */
    @Transactional
    public long keep(String name, InputStream content, UserId by) throws IOException {
        var id =
                jdbc.sql(
                                """
                                insert into import_file (name, size, sha256, uploaded_by, uploaded_at)
                                values (:name, 0, '', :by, :now) returning id
                                """)
                        .param("name", plain(name))
                        .param("by", by.value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single();
        var digest = sha256();
        long size = 0;
        byte[] piece;
        for (int nth = 0; (piece = content.readNBytes(CHUNK)).length > 0; nth++) {
            size += piece.length;
            if (size > MAX_SIZE) {
                throw new Refused("文件超过 %d MB，请拆分后导入".formatted(MAX_SIZE >> 20));
            }
            digest.update(piece);
            jdbc.sql("insert into import_chunk (file_id, nth, bytes) values (:id, :nth, :bytes)")
                    .param("id", id)
                    .param("nth", nth)
                    .param("bytes", piece)
                    .update();
        }
        if (size == 0) {
            throw new Refused("文件是空的");
        }
        jdbc.sql("update import_file set size = :size, sha256 = :sha256 where id = :id")
                .param("id", id)
                .param("size", size)
                .param("sha256", HexFormat.of().formatHex(digest.digest()))
                .update();
        return id;
    }

    /** The file on disk, for as long as it is needed; the caller deletes it. */
    Path fetch(long id) {
        try {
            var file = Files.createTempFile("import-", ".tmp");
            try (var out = Files.newOutputStream(file)) {
                byte[] piece;
                for (int nth = 0; (piece = piece(id, nth)).length > 0; nth++) {
                    out.write(piece);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] piece(long id, int nth) {
        return jdbc.sql("select bytes from import_chunk where file_id = :id and nth = :nth")
                .param("id", id)
                .param("nth", nth)
                .query((row, number) -> row.getBytes("bytes"))
                .optional()
                .orElse(new byte[0]);
    }

    /** The last part of the name, without what could harm whoever reads or saves it. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cntrl}\"<>|:*?]", "_").strip();
        return plain.length() <= MAX_NAME
                ? plain.isEmpty() ? "文件" : plain
                : plain.substring(plain.length() - MAX_NAME);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
