package io.issueloop.appraisal.archive;

import io.issueloop.kpi.Period;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes an archive a file a transaction: what is written stays written, and whoever comes next,
 * after a crash or on another node, goes on with the file after it.
 */
@Component
class ArchiveSteps {

    /** A file a spreadsheet opens at once, some 25 MB; the archive remembers it. */
    private static final int LINES_A_FILE = 50_000;

    /** Seconds of work, where a job may take a minute. */
    private static final long ENOUGH_FOR_ONE_JOB = 64L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final ArchiveRendering rendering;
    private final KeptFiles files;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    ArchiveSteps(
            JdbcClient jdbc,
            ArchiveRendering rendering,
            KeptFiles files,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rendering = rendering;
        this.files = files;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Writes every file with content that is missing.
     *
     * @throws MoreFiles when there are more than one job should write
     */
    void write(Period quarter, int revision) {
        long written = 0;
        for (var file = next(quarter, revision); file.isPresent(); file = next(quarter, revision)) {
            written += file.get().bytes();
            if (written >= ENOUGH_FOR_ONE_JOB) {
                throw new MoreFiles("归档的其余文件接着生成");
            }
        }
    }

    /** Two nodes may both believe it is theirs to do: one waits until the other's file is there. */
    void alone(Period quarter, int revision) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(ArchivePart.name(quarter, revision))
                .query()
                .singleRow();
    }

    /** Empty while nothing is written. */
    Optional<ArchiveProgress> progress(Period quarter, int revision) {
        return planned(quarter, revision)
                .map(
                        planned ->
                                new ArchiveProgress(
                                        files.of(quarter, revision).size(), planned.size() + 1));
    }

    private Optional<ArchivedFile> next(Period quarter, int revision) {
        return ownTransaction.execute(
                status -> {
                    alone(quarter, revision);
                    begin(quarter, revision);
                    var planned = planned(quarter, revision).orElseThrow();
                    int there = files.of(quarter, revision).size();
                    return there < planned.size()
                            ? Optional.of(
                                    files.keep(quarter, revision, there + 1, planned.get(there)))
                            : Optional.empty();
                });
    }

    private void begin(Period quarter, int revision) {
        jdbc.sql(
                        """
                        insert into quarter_archive_plan (quarter, revision, lines, lines_a_file, begun_at)
                        select :quarter, :revision,
                               (select count(*) from quarter_snapshot_line where quarter = :quarter and revision = :revision),
                               :most, :now
                         where not exists (select from quarter_archive_plan where quarter = :quarter and revision = :revision)
                        """)
                .param("quarter", quarter.code())
                .param("revision", revision)
                .param("most", LINES_A_FILE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<List<ArchiveRendering.Planned>> planned(Period quarter, int revision) {
        return jdbc.sql(
                        """
                        select lines, lines_a_file from quarter_archive_plan
                         where quarter = ? and revision = ?
                        """)
                .params(quarter.code(), revision)
                .query(
                        (row, n) ->
                                rendering.files(
                                        quarter,
                                        revision,
                                        new ArchiveRendering.Cut(row.getLong(1), row.getInt(2))))
                .optional();
    }
}
