package io.issueloop.process.work;

import static io.issueloop.support.People.CTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.appraisal.archive.ArchivedFile;
import io.issueloop.appraisal.archive.QuarterArchive;
import io.issueloop.kpi.Period;
import io.issueloop.support.LiveHeap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A quarter of more lines than fit a file, or memory. */
class LargeArchiveTest extends QuarterStory {

    private static final Period LARGE = Period.of("2019Q4");
    private static final int LINES = 50_500;
    private static final long MEGABYTE = 1024L * 1024;

    @BeforeEach
    void aLockedQuarterOfManyLines() {
        ended();
        published();
        lockedBy(CTO);
        for (var type : new String[] {"ENDED", "LOCKED"}) {
            jdbc.sql(
                            """
                            insert into quarter_event (quarter, type, revision, actor, cut_off, occurred_at)
                            values ('2019Q4', ?, 1, 'sunli', '2020-01-08 18:00+08', '2020-01-20 09:00+08')
                            """)
                    .param(type)
                    .update();
        }
        jdbc.sql("insert into quarter_snapshot select '2019Q4', 1, head from quarter_snapshot")
                .update();
        jdbc.sql(
                        """
                        insert into quarter_snapshot_value
                        select '2019Q4', 1, n, '2019Q4', 'P1', 'DEFAULT', true, 'person:p' || n, '某人' || n, '4', '4', '1',
                               4, '5', 'MISSED', '{}' from generate_series(1, 2500) n
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into quarter_snapshot_line
                        select '2019Q4', 1, n, '2019Q4', 'P1', 'DEFAULT', 'ISS-20191001-' || n, '2', '平台研发部',
                               'p' || n % 2500, '某人' || n % 2500, true, '已解决，计入处理人', '1', '1'
                          from generate_series(1, ?) n
                        """)
                .param(LINES)
                .update();
    }

    @AfterEach
    void nothingLeftToDeliver() {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey("QUARTER-2019Q4")
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getProcessInstanceId(), "test"));
    }

    @Test
    @DisplayName("明细超过一个文件：按顺序分文件，生成、上传、核对都不把文件整个放进内存")
    void manyLinesAreManyFiles() throws IOException {
        long archiving = extraHeap(() -> archives.archive(LARGE));
        var archive = archives.find(LARGE, 1).orElseThrow();
        assertThat(archive.files())
                .extracting(ArchivedFile::name)
                .containsExactly(
                        "KPI-2019Q4-r1.json",
                        "KPI-2019Q4-r1-2.json",
                        "KPI-2019Q4-r1.xlsx",
                        "KPI-2019Q4-r1-2.xlsx",
                        "KPI-2019Q4-r1.sha256");
        long all = archive.files().stream().mapToLong(ArchivedFile::bytes).sum();
        assertThat(all).as("what all files hold").isGreaterThan(30 * MEGABYTE);
        assertThat(archiving).as("heap while archiving").isLessThan(all / 2);
        assertThat(extraHeap(() -> uploaded(archive))).as("uploading").isLessThan(8 * MEGABYTE);
        assertThat(extraHeap(() -> assertThat(archives.prove(archive).holds()).isTrue()))
                .as("heap while proving")
                .isLessThan(all / 2);
        theSecondFileGoesOn(archive);
        oneBitIsNoticed(archive);
    }

    /** Some megabytes a job, the rest in the jobs after it. */
    private void uploaded(QuarterArchive archive) {
        assertThatThrownBy(() -> delivered("QUARTER-2019Q4")).hasStackTraceContaining("其余文件接着上传");
        delivered("QUARTER-2019Q4");
        assertThat(wecom.shelved)
                .containsExactlyElementsOf(
                        archive.files().stream().map(file -> "2019Q4/" + file.name()).toList());
    }

    private void theSecondFileGoesOn(QuarterArchive archive) throws IOException {
        var file = archive.file("KPI-2019Q4-r1-2.xlsx").orElseThrow();
        try (var content = archives.open(archive, file);
                var book = new ReadableWorkbook(new ByteArrayInputStream(content.readAllBytes()))) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("说明", "明细");
            var rows = book.findSheet("明细").orElseThrow().read();
            assertThat(rows).hasSize(LINES - 50_000 + 1);
            assertThat(rows.get(1).getCellText(3)).isEqualTo("ISS-20191001-50001");
        }
    }

    private void oneBitIsNoticed(QuarterArchive archive) {
        jdbc.sql("alter table quarter_archive_block disable trigger user").update();
        jdbc.sql(
                        """
                        update quarter_archive_block set content = set_bit(content, 77, 1 - get_bit(content, 77))
                         where quarter = '2019Q4' and file = 2 and place = 1
                        """)
                .update();
        var proof = archives.prove(archive);
        assertThat(proof.holds()).isFalse();
        assertThat(proof.files())
                .filteredOn(one -> !one.isKept())
                .singleElement()
                .satisfies(one -> assertThat(one.file().name()).isEqualTo("KPI-2019Q4-r1-2.json"));
    }

    /** Bytes reachable at most while something is done, beyond those before it. */
    private static long extraHeap(Runnable work) {
        long before = LiveHeap.left();
        var most = new AtomicLong();
        var done = CompletableFuture.runAsync(work);
        while (isAtIt(done)) {
            most.accumulateAndGet(LiveHeap.left(), Math::max);
        }
        done.join();
        return most.get() - before;
    }

    /** Looking costs a collection, in which nothing else happens. */
    private static boolean isAtIt(CompletableFuture<Void> work) {
        try {
            work.get(700, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException e) {
            return true;
        } catch (InterruptedException | ExecutionException e) {
            return false;
        }
    }
}
