package io.issueloop.process.work;

import static io.issueloop.appraisal.QuarterEvent.Type.ARCHIVED;
import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.SUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.issueloop.appraisal.archive.ArchiveProgress;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An archive of many files is one archive, whatever happens between them (decision 0043). */
class ArchiveInStepsTest extends QuarterStory {

    private static final long ONE_JOB = 64L * 1024 * 1024;

    private static final String ARCHIVING = "Task_ArchiveQuarter";

    @BeforeEach
    void aQuarterWaitsToBeArchived() {
        ended();
        published();
        quarterActions.sign(Q4, SUN, "");
        quarterActions.confirm(Q4, CTO, true, "");
    }

    @AfterEach
    void thereIsRoomAgain() {
        jdbc.sql("drop trigger if exists full_disk on quarter_archive_file").update();
        jdbc.sql("drop function if exists full_disk").update();
    }

    @Test
    @DisplayName("写到一半中断：已写的文件留下，还不算归档；再来时接着写，逐字节相同")
    void goesOnAfterACrashBetweenFiles() {
        int all = filesOf(400, 10, 100);
        fullDiskAtFile(4);
        assertThatThrownBy(() -> runs(ARCHIVING)).hasStackTraceContaining("disk full");

        assertThat(archives.of(Q4)).isEmpty();
        assertThat(history()).doesNotContain(ARCHIVED);
        var before = files();
        assertThat(before).hasSize(3);
        assertThat(archives.progress(Q4)).hasValue(new ArchiveProgress(3, all));

        thereIsRoomAgain();
        runs(ARCHIVING);
        assertThat(files()).hasSize(all).startsWith(before.toArray(String[]::new));
        isArchivedOnce();
    }

    @Test
    @DisplayName("两个节点同时做：每个文件只有一份，归档一次，上传一次")
    void twoNodesMakeOne() throws Exception {
        int all = filesOf(900, 10, 50);
        var job = management.createJobQuery().activityId(ARCHIVING).singleResult().getId();
        var together = new CyclicBarrier(2);
        var nodes = Executors.newFixedThreadPool(2);
        Runnable node =
                () -> {
                    await(together);
                    management.executeJob(job);
                };
        List<Future<?>> both = List.of(nodes.submit(node), nodes.submit(node));
        nodes.shutdown();
        assertThat(both.stream().filter(ArchiveInStepsTest::wentWell)).hasSize(1);
        assertThat(files()).hasSize(all);
        isArchivedOnce();
    }

    @Test
    @DisplayName("一次做不完的留给下一个作业，不算失败；期间看得到进度")
    void theRestIsForTheNextJob() {
        int all = filesOf(11_000, 2_000, 1_000);
        assertThatThrownBy(() -> runs(ARCHIVING)).hasStackTraceContaining("其余文件接着生成");
        assertThat(archives.progress(Q4)).hasValue(new ArchiveProgress(files().size(), all));
        assertThat(bytesOf(files().size())).isGreaterThanOrEqualTo(ONE_JOB);
        assertThat(bytesOf(files().size() - 1)).isLessThan(ONE_JOB);
        assertThat(archives.of(Q4)).isEmpty();
        assertThat(management.createJobQuery().activityId(ARCHIVING).noRetriesLeft().count())
                .isZero();
        runs(ARCHIVING);
        isArchivedOnce();
    }

    private void isArchivedOnce() {
        assertThat(archives.of(Q4)).hasSize(1);
        assertThat(archives.progress(Q4)).isEmpty();
        assertThat(archives.prove(archives.of(Q4).get(0)).holds()).isTrue();
        assertThat(history().stream().filter(ARCHIVED::equals)).hasSize(1);
        assertThat(
                        runtime.createVariableInstanceQuery()
                                .variableValueEquals("effect", "QUARTER_ARCHIVE")
                                .count())
                .isEqualTo(1);
    }

    /** So many lines more, with so long a reason, and so many to a file; answers how many files. */
    private int filesOf(int count, int length, int most) {
        jdbc.sql(
                        """
                        insert into quarter_snapshot_line
                        select '2026Q4', 1, (select max(place) from quarter_snapshot_line) + n, '2026Q4', 'P1', 'DEFAULT',
                               'ISS-20261001-' || n, '2', '平台研发部', 'p' || n, '某人' || n, true, repeat('长', :length), '1', '1'
                          from generate_series(1, :count) n
                        """)
                .param("length", length)
                .param("count", count)
                .update();
        jdbc.sql(
                        """
                        insert into quarter_archive_plan
                        select '2026Q4', 1, count(*), ?, now() from quarter_snapshot_line
                        """)
                .param(most)
                .update();
        return jdbc.sql(
                        "select 2 * ceil(lines::numeric / lines_a_file)::integer + 1 from quarter_archive_plan")
                .query(Integer.class)
                .single();
    }

    private List<String> files() {
        return jdbc.sql("select name || ' ' || sha256 from quarter_archive_file order by place")
                .query(String.class)
                .list();
    }

    /** Of the first files. */
    private long bytesOf(int count) {
        return jdbc.sql("select sum(bytes) from quarter_archive_file where place <= ?")
                .param(count)
                .query(Long.class)
                .single();
    }

    private void fullDiskAtFile(int place) {
        jdbc.sql(
                        """
                        create function full_disk() returns trigger language plpgsql as $$
                        begin raise exception 'disk full'; end $$
                        """)
                .update();
        jdbc.sql(
                        """
                        create trigger full_disk before insert on quarter_archive_file
                        for each row when (new.place = %d) execute function full_disk()
                        """
                                .formatted(place))
                .update();
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean wentWell(Future<?> node) {
        try {
            node.get();
            return true;
        } catch (Exception e) {
            return false;
        }
    }
}
