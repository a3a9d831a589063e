package io.issueloop.process.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.issue.imports.ImportRun;
import io.issueloop.issue.imports.ImportRun.Counts;
import io.issueloop.issue.imports.Imports;
import io.issueloop.issue.imports.Options;
import io.issueloop.support.People;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Five thousand rows at once, also when the node dies half way. */
@DisplayName("大文件导入")
class LargeImportTest extends IssueStory {

    private static int files;

    @Autowired private Imports imports;
    @Autowired private ApplicationContext beans;
    private LargeImports large;
    private String prefix = "";

    @BeforeEach
    void otherKeys() {
        large = new LargeImports(imports, beans);
        prefix = "L" + files++ + "-";
    }

    @Test
    @DisplayName("5000 行中 37 行有错，导到一半节点死掉：显示中断，别的节点接着做完，4963 件问题，一件不重；再导入一件不增")
    void fiveThousandRowsKilledHalfWay() {
        var csv = LargeImports.csv(prefix, 5000);
        var dead = large.killedAt(large.upload(csv), 2500);
        assertThat(dead.state()).isEqualTo(ImportRun.State.RUNNING);
        assertThat(dead.counts().rows()).as("whole batches only").isEqualTo(2400);
        assertThat(dead.isInterrupted(clock.instant())).as("not known yet").isFalse();
        assertThat(imports.performNext()).as("still held").isFalse();

        clock.moveTo(clock.instant().plus(Duration.ofSeconds(61)));
        assertThat(dead.isInterrupted(clock.instant())).isTrue();
        assertThat(imports.performNext()).isTrue();

        var over = imports.get(dead.id());
        assertThat(over.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(over.takenOver()).isEqualTo(1);
        assertThat(over.counts()).isEqualTo(new Counts(4963, 0, 0, 37, 0));
        assertThat(imports.problems(over.id(), 100))
                .hasSize(37)
                .allSatisfy(problem -> assertThat(problem.reason()).isNotBlank());
        eachIssueIsThereOnce(4963);

        var again = imports.perform(large.upload(csv), LargeImports.FOR_REAL, People.SUN);
        assertThat(again.counts()).isEqualTo(new Counts(0, 0, 4963, 37, 0));
        eachIssueIsThereOnce(4963);
    }

    @Test
    @DisplayName("中断后有人再次导入同一文件：接着上次做完，合计就是整个文件")
    void whoeverImportsTheSameFileAgainGoesOn() {
        var csv = LargeImports.csv(prefix, 600);
        var dead = large.killedAt(large.upload(csv), 250);
        assertThat(dead.counts().rows()).isEqualTo(200);
        clock.moveTo(clock.instant().plus(Duration.ofSeconds(61)));
        var over = imports.perform(large.upload(csv), LargeImports.FOR_REAL, People.SUN);
        assertThat(over.id()).isEqualTo(dead.id());
        assertThat(over.counts()).isEqualTo(new Counts(596, 0, 0, 4, 0));
        eachIssueIsThereOnce(596);
    }

    @Test
    @DisplayName("行数多十倍，内存不随之增长")
    void memoryDoesNotGrowWithTheRows() {
        large.heapAtTheEnd(prefix + "w", 300, Options.DRY_RUN); // whatever is made once
        long few = large.heapAtTheEnd(prefix + "f", 1000, Options.DRY_RUN);
        long many = large.heapAtTheEnd(prefix + "m", 10_000, Options.DRY_RUN);
        // 168 have been seen on a busy machine; what a kept row would take is not measured
        assertThat((many - few) / 9000).as("bytes a row").isLessThan(400);
    }

    private void eachIssueIsThereOnce(long count) {
        var found =
                jdbc.sql(
                                """
                                select count(*) as reported, count(distinct e.issue_no) as issues
                                  from imported_issue i join issue_event e on e.issue_no = i.issue_no
                                 where i.external_key like :own and e.type = 'REPORTED'
                                """)
                        .param("own", prefix + "%")
                        .query()
                        .singleRow();
        assertThat(found).containsEntry("reported", count).containsEntry("issues", count);
    }
}
