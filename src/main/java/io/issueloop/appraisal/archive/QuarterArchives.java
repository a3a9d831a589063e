package io.issueloop.appraisal.archive;

import io.issueloop.appraisal.Quarters;
import io.issueloop.delivery.Deliveries;
import io.issueloop.kpi.Period;
import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of locked quarters: rendered from the snapshot once, kept here and in the drive. */
@Service
@Transactional
public class QuarterArchives {

    /** A file a spreadsheet opens at once, some 25 MB; the archive remembers it. */
    private static final int LINES_A_FILE = 50_000;

    private final JdbcClient jdbc;
    private final Quarters quarters;
    private final ArchiveRendering rendering;
    private final KeptFiles files;
    private final Deliveries deliveries;
    private final Clock clock;

    QuarterArchives(
            JdbcClient jdbc,
            Quarters quarters,
            ArchiveRendering rendering,
            KeptFiles files,
            Deliveries deliveries,
            Clock clock) {
        this.jdbc = jdbc;
        this.quarters = quarters;
        this.rendering = rendering;
        this.files = files;
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
        oneAtATime(quarter, revision);
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
                        select revision, archived_at from quarter_archive
                         where quarter = ? order by revision desc
                        """)
                .param(quarter.code())
                .query(
                        (row, n) ->
                                new QuarterArchive(
                                        quarter,
                                        row.getInt("revision"),
                                        row.getObject("archived_at", OffsetDateTime.class)
                                                .toInstant(),
                                        files.of(quarter, row.getInt("revision"))))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<QuarterArchive> find(Period quarter, int revision) {
        return of(quarter).stream().filter(one -> one.revision() == revision).findFirst();
    }

    /** A file as it was archived, read bit by bit; the caller closes it. */
    public InputStream open(QuarterArchive archive, ArchivedFile file) {
        return files.open(archive, file);
    }

    /**
     * Reads every file and renders it anew from the snapshot: the same bytes, whatever changed
     * since. Takes as long as archiving did.
     */
    @Transactional(readOnly = true)
    public ArchiveProof prove(QuarterArchive archive) {
        var again = new HashMap<String, ArchiveFile.Rendering>();
        planned(archive.quarter(), archive.revision())
                .forEach(one -> again.put(one.name(), one.rendering()));
        var sums = ArchiveRendering.sums(archive);
        again.put(sums.name(), sums.rendering());
        return new ArchiveProof(
                archive.files().stream()
                        .map(file -> finding(archive, file, again.get(file.name())))
                        .toList());
    }

    private ArchiveProof.Finding finding(
            QuarterArchive archive, ArchivedFile file, ArchiveFile.@Nullable Rendering again) {
        return new ArchiveProof.Finding(
                file,
                file.sha256().equals(Sha256.of(files.open(archive, file))),
                again != null && file.sha256().equals(Sha256.of(again)));
    }

    /** Two nodes may both believe it is theirs to do: the second waits and finds it done. */
    private void oneAtATime(Period quarter, int revision) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(ArchivePart.name(quarter, revision))
                .query()
                .singleRow();
    }

    private void keep(Period quarter, int revision) {
        jdbc.sql(
                        "insert into quarter_archive (quarter, revision, archived_at, lines_a_file) values (?, ?, ?, ?)")
                .params(quarter.code(), revision, clock.instant().atOffset(ZoneOffset.UTC))
                .param(LINES_A_FILE)
                .update();
        var kept = new ArrayList<ArchivedFile>();
        for (var planned : planned(quarter, revision)) {
            kept.add(files.keep(quarter, revision, kept.size() + 1, planned));
        }
        var sums = ArchiveRendering.sums(quarter, revision, kept);
        files.keep(quarter, revision, kept.size() + 1, sums);
    }

    private List<ArchiveRendering.Planned> planned(Period quarter, int revision) {
        var most =
                jdbc.sql(
                                "select lines_a_file from quarter_archive where quarter = ? and revision = ?")
                        .params(quarter.code(), revision)
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                        .single();
        return rendering.files(quarter, revision, most.orElse(null));
    }
}
