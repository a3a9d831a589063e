package io.issueloop.appraisal.archive;

import io.issueloop.kpi.Period;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of archives in the database, in blocks: never more than one of them is in memory. */
@Component
class KeptFiles {

    private static final int BLOCK = 1024 * 1024;

    private final JdbcClient jdbc;

    KeptFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ArchivedFile> of(Period quarter, int revision) {
        return jdbc.sql(
                        """
                        select place, name, sha256, bytes from quarter_archive_file
                         where quarter = ? and revision = ? order by place
                        """)
                .params(quarter.code(), revision)
                .query(ArchivedFile.class)
                .list();
    }

    /** Within the transaction that archives the revision. */
    ArchivedFile keep(Period quarter, int revision, int place, ArchiveRendering.Planned planned) {
        try (var rendered = ArchiveFile.of(planned.rendering());
                var content = new DigestInputStream(rendered.open(), Sha256.digest())) {
            blocks(quarter, revision, place, content);
            var file =
                    new ArchivedFile(
                            place,
                            planned.name(),
                            Sha256.text(content.getMessageDigest()),
                            rendered.size());
            jdbc.sql("insert into quarter_archive_file values (?, ?, ?, ?, ?, ?)")
                    .params(quarter.code(), revision, place)
                    .params(file.name(), file.sha256(), file.bytes())
                    .update();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void blocks(Period quarter, int revision, int place, InputStream content)
            throws IOException {
        int number = 1;
        for (var block = content.readNBytes(BLOCK);
                block.length > 0;
                block = content.readNBytes(BLOCK)) {
            jdbc.sql("insert into quarter_archive_block values (?, ?, ?, ?, ?)")
                    .params(quarter.code(), revision, place, number++, block)
                    .update();
        }
    }

    /** From the beginning; needs no transaction, because a block never changes. */
    InputStream open(QuarterArchive archive, ArchivedFile file) {
        int blocks = (int) ((file.bytes() + BLOCK - 1) / BLOCK);
        return new SequenceInputStream(
                new Blocks(
                        IntStream.rangeClosed(1, blocks)
                                .mapToObj(number -> block(archive, file, number))
                                .iterator()));
    }

    private InputStream block(QuarterArchive archive, ArchivedFile file, int number) {
        return new ByteArrayInputStream(
                jdbc.sql(
                                """
                                select content from quarter_archive_block
                                 where quarter = ? and revision = ? and file = ? and place = ?
                                """)
                        .params(archive.quarter().code(), archive.revision())
                        .params(file.place(), number)
                        .query((row, n) -> row.getBytes(1))
                        .single());
    }

    /** Each read when the one before is at its end. */
    private record Blocks(Iterator<InputStream> blocks) implements Enumeration<InputStream> {

        @Override
        public boolean hasMoreElements() {
            return blocks.hasNext();
        }

        @Override
        public InputStream nextElement() {
            return blocks.next();
        }
    }
}
