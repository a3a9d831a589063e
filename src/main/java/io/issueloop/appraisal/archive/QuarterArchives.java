package io.issueloop.appraisal.archive;

import io.issueloop.appraisal.Quarters;
import io.issueloop.delivery.Deliveries;
import io.issueloop.kpi.Period;
import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of locked quarters: rendered from the snapshot once, kept here and in the drive. */
@Service
@Transactional
public class QuarterArchives {

    private final JdbcClient jdbc;
    private final Quarters quarters;
    private final ArchiveProving proving;
    private final ArchiveSteps steps;
    private final KeptFiles files;
    private final Deliveries deliveries;
    private final Clock clock;

    QuarterArchives(
            JdbcClient jdbc,
            Quarters quarters,
            ArchiveProving proving,
            ArchiveSteps steps,
            KeptFiles files,
            Deliveries deliveries,
            Clock clock) {
        this.jdbc = jdbc;
        this.quarters = quarters;
        this.proving = proving;
        this.steps = steps;
        this.files = files;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Archives the locked revision of a quarter; a second time does nothing. Every file stays once
     * it is written; the last one, with the sums of the others, makes an archive of them.
     *
     * @throws IllegalStateException when it is not locked: the process ran ahead of the people
     * @throws io.issueloop.delivery.NotNow when there is more than one job should write: come again
     */
    public void archive(Period quarter) {
        var stand = quarters.of(quarter);
        if (!stand.isLocked()) {
            throw new IllegalStateException(quarter + "：没有「锁定」的记录，不能归档");
        }
        int revision = stand.revision();
        if (find(quarter, revision).isEmpty()) {
            steps.write(quarter, revision);
            seal(quarter, revision);
        }
    }

    private void seal(Period quarter, int revision) {
        steps.alone(quarter, revision);
        if (find(quarter, revision).isEmpty()) {
            var kept = files.of(quarter, revision);
            var sums = ArchiveRendering.sums(quarter, revision, kept);
            files.keep(quarter, revision, kept.size() + 1, sums);
            jdbc.sql(
                            """
                            insert into quarter_archive (quarter, revision, archived_at, lines_a_file)
                            select quarter, revision, ?, lines_a_file from quarter_archive_plan
                             where quarter = ? and revision = ?
                            """)
                    .params(clock.instant().atOffset(ZoneOffset.UTC), quarter.code(), revision)
                    .update();
            deliveries.request(
                    ArchiveUploadEffect.key(quarter),
                    ArchiveUploadEffect.NAME,
                    String.valueOf(revision));
        }
    }

    /** How far the archive of the locked revision is; empty unless it is being written. */
    @Transactional(readOnly = true)
    public Optional<ArchiveProgress> progress(Period quarter) {
        int revision = quarters.of(quarter).revision();
        return find(quarter, revision).isEmpty()
                ? steps.progress(quarter, revision)
                : Optional.empty();
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
        return proving.of(archive, archive.files());
    }

    /** As {@link #prove(QuarterArchive)}, but of one file only. */
    @Transactional(readOnly = true)
    public ArchiveProof prove(QuarterArchive archive, ArchivedFile file) {
        return proving.of(archive, List.of(file));
    }
}
