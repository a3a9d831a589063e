package io.issueloop.appraisal.archive;

import io.issueloop.appraisal.Quarters;
import io.issueloop.appraisal.archive.QuarterArchive.File;
import io.issueloop.delivery.Deliveries;
import io.issueloop.kpi.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of locked quarters: rendered from the snapshot once, kept here and in the drive. */
@Service
@Transactional
public class QuarterArchives {

    private final JdbcClient jdbc;
    private final Quarters quarters;
    private final ArchiveJson json;
    private final ArchiveSheet sheet;
    private final Deliveries deliveries;
    private final Clock clock;

    QuarterArchives(
            JdbcClient jdbc,
            Quarters quarters,
            ArchiveJson json,
            ArchiveSheet sheet,
            Deliveries deliveries,
            Clock clock) {
        this.jdbc = jdbc;
        this.quarters = quarters;
        this.json = json;
        this.sheet = sheet;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Archives the locked revision of a quarter; a second time does nothing.
     *
     * @throws IllegalStateException when it is not locked: the process ran ahead of the people
     */
    public void archive(Period quarter) {
        var stand = quarters.of(quarter);
        if (!stand.isLocked()) {
            throw new IllegalStateException(quarter + "：没有「锁定」的记录，不能归档");
        }
        int revision = stand.revision();
        if (find(quarter, revision).isEmpty()) {
            keep(quarter, revision);
            deliveries.request(
                    ArchiveUploadEffect.key(quarter),
                    ArchiveUploadEffect.NAME,
                    String.valueOf(revision));
        }
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<QuarterArchive> of(Period quarter) {
        return jdbc.sql(
                        """
                        select revision, json_sha256, xlsx_sha256, archived_at from quarter_archive
                         where quarter = ? order by revision desc
                        """)
                .param(quarter.code())
                .query(
                        (row, n) ->
                                new QuarterArchive(
                                        quarter,
                                        row.getInt("revision"),
                                        row.getString("json_sha256"),
                                        row.getString("xlsx_sha256"),
                                        row.getObject("archived_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<QuarterArchive> find(Period quarter, int revision) {
        return of(quarter).stream().filter(one -> one.revision() == revision).findFirst();
    }

    /** As it was archived. */
    @Transactional(readOnly = true)
    public byte[] content(QuarterArchive archive, File file) {
        return switch (file) {
            case SHA256 -> archive.sums();
            case JSON -> stored(archive, "json");
            case XLSX -> stored(archive, "xlsx");
        };
    }

    /** Rendered anew from the snapshot: the same bytes, whatever changed since. */
    @Transactional(readOnly = true)
    public byte[] renderedAgain(QuarterArchive archive, File file) {
        return switch (file) {
            case SHA256 -> archive.sums();
            case JSON -> bytes(out -> json.write(archive.quarter(), archive.revision(), out));
            case XLSX -> bytes(out -> sheet.write(archive.quarter(), archive.revision(), out));
        };
    }

    private byte[] stored(QuarterArchive archive, String column) {
        return jdbc.sql(
                        "select %s from quarter_archive where quarter = ? and revision = ?"
                                .formatted(column))
                .params(archive.quarter().code(), archive.revision())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private static byte[] bytes(ArchiveFile.Rendering rendering) {
        try (var file = ArchiveFile.of(rendering)) {
            return file.bytes();
        }
    }

    private void keep(Period quarter, int revision) {
        try (var text = ArchiveFile.of(out -> json.write(quarter, revision, out));
                var table = ArchiveFile.of(out -> sheet.write(quarter, revision, out));
                var textContent = text.open();
                var tableContent = table.open()) {
            jdbc.sql(
                            """
                            insert into quarter_archive (quarter, revision, json, xlsx, json_sha256, xlsx_sha256, archived_at)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            quarter.code(),
                            revision,
                            new SqlBinaryValue(textContent, text.size()),
                            new SqlBinaryValue(tableContent, table.size()),
                            text.sha256(),
                            table.sha256(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
