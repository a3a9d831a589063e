package io.issueloop.appraisal.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.kpi.Period;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The archive of a snapshot on any database, for measurements: real parts, put together by hand.
 */
public final class TimedArchive {

    private static final Period QUARTER = Period.of("2026Q3");
    private static final String HEAD =
            """
            {"format": 1, "quarter": "2026Q3", "label": "2026年第3季度", "revision": 1, "lockedAt": "2026-10-20T09:00:00+08:00",
             "signedBy": {"userid": "a", "name": "甲"}, "lockedBy": {"userid": "b", "name": "乙"}, "reason": "",
             "calendarVersion": 1, "definitionVersion": 1, "statements": "", "definitions": [], "decisions": [],
             "inputs": [], "inputsSha256": "", "fingerprint": "", "adjustments": []}
            """;

    private final JdbcClient jdbc;
    private final KeptFiles files;
    private final ArchiveSteps steps;
    private final ArchiveProving proving;
    private final TransactionTemplate transaction;

    private TimedArchive(DataSource database) {
        jdbc = JdbcClient.create(database);
        files = new KeptFiles(jdbc);
        var json = new ObjectMapper();
        var rows = new KeptRows(jdbc, database, json);
        var rendering =
                new ArchiveRendering(rows, new ArchiveJson(rows, json), new ArchiveSheet(rows));
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        steps = new ArchiveSteps(jdbc, rendering, files, Clock.systemUTC(), transactions);
        proving = new ArchiveProving(jdbc, rendering, files);
    }

    /** On a database that has our tables: a locked quarter of so many lines, the first revision. */
    public static TimedArchive of(DataSource database, int lines) {
        var archive = new TimedArchive(database);
        archive.snapshot(lines);
        return archive;
    }

    private void snapshot(int lines) {
        jdbc.sql("insert into quarter_snapshot values (?, 1, ?)")
                .params(QUARTER.code(), HEAD)
                .update();
        jdbc.sql(
                        """
                        insert into quarter_snapshot_line
                        select ?, 1, n, '2026Q3', (array['T1', 'T2', 'T3', 'T4', 'P1', 'P2'])[n % 6 + 1], 'DEFAULT',
                               'ISS-20260701-' || lpad(n::text, 7, '0'), (n % 200)::text, '团队' || n % 200,
                               'u' || n % 10000, '成员' || n % 10000, n % 9 > 0,
                               (array['已解决', '已解决，计入处理人', '时限已过仍在处理，计为超时', '评价 4 星'])[n % 4 + 1],
                               (n % 977)::text, '1'
                          from generate_series(1, ?) n
                        """)
                .params(QUARTER.code(), lines)
                .update();
        jdbc.sql("analyze quarter_snapshot_line").update();
    }

    /** Job after job until every file is there; seconds of all of them and of the longest. */
    public Seconds write() {
        double all = 0;
        double longest = 0;
        for (boolean more = true; more; ) {
            var begin = System.nanoTime();
            more = job();
            var seconds = (System.nanoTime() - begin) / 1e9;
            all += seconds;
            longest = Math.max(longest, seconds);
        }
        return new Seconds(all, longest);
    }

    /**
     * @param longestJob to be compared with the lease of a job
     */
    public record Seconds(double all, double longestJob) {}

    private boolean job() {
        try {
            steps.write(QUARTER, 1);
            return false;
        } catch (MoreFiles more) {
            return true;
        }
    }

    /** Reads and renders every file again. */
    public void prove() {
        jdbc.sql(
                        """
                        insert into quarter_archive (quarter, revision, archived_at, lines_a_file)
                        select quarter, revision, begun_at, lines_a_file from quarter_archive_plan
                        """)
                .update();
        var archive = new QuarterArchive(QUARTER, 1, QUARTER.end(), written());
        transaction.executeWithoutResult(
                status -> {
                    if (!proving.of(archive, archive.files()).holds()) {
                        throw new AssertionError("not what was archived");
                    }
                });
    }

    public int files() {
        return written().size();
    }

    public long bytes() {
        return written().stream().mapToLong(ArchivedFile::bytes).sum();
    }

    private List<ArchivedFile> written() {
        return files.of(QUARTER, 1);
    }
}
