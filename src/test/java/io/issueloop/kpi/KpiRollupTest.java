package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.TestClock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Owed periods, repetition, two nodes, and who is told (kpi.md §5). */
class KpiRollupTest {

    private final TestKpis given = new TestKpis("2026-11-20T01:07");

    @Test
    @DisplayName("停机三个周期之后按顺序补算，先月后季")
    void missedPeriodsAreCaughtUpInOrder() {
        solved("2026-08-03");
        assertThat(given.night("2026-08-10T01:07"))
                .map(Period::code)
                .containsExactly("2026-08", "2026Q3");
        assertThat(given.night("2026-11-20T01:07"))
                .map(Period::code)
                .containsExactly("2026-08", "2026-09", "2026Q3", "2026-10", "2026-11", "2026Q4");
        assertThat(given.value("2026-08", "all", "T1", "CREATED").provisional()).isFalse();
        assertThat(given.value("2026Q4", "all", "T1", "CREATED").provisional()).isTrue();
    }

    @Test
    @DisplayName("重复汇总：值和编号都不变，定稿的周期不再计算")
    void computingAgainChangesNothing() {
        solved("2026-09-01");
        given.night("2026-11-20T01:07");
        var before = given.kpis.find(Period.of("2026Q3"));
        var lines = given.lines(before.get(0));
        assertThat(given.night("2026-11-20T01:07"))
                .map(Period::code)
                .containsExactly("2026-11", "2026Q4");
        assertThat(given.kpis.find(Period.of("2026Q3"))).isEqualTo(before);
        assertThat(given.lines(before.get(0))).isEqualTo(lines);
        assertThat(given.deliveries.requested()).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("两个节点同时汇总，结果只有一份")
    void twoNodesGiveOneResult() {
        for (int i = 0; i < 30; i++) {
            solved("2026-09-01");
        }
        var other = given.otherNode("2026-11-20T01:07");
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(given::night),
                        CompletableFuture.runAsync(other::night))
                .join();
        assertThat(given.parts("2026Q3", "all", "T1", "CREATED")).isEqualTo("30/30");
        assertThat(given.lines(given.value("2026Q3", "all", "T1", "CREATED"))).hasSize(30);
    }

    @Test
    @DisplayName("停机跨过两个季末，两个节点同时醒来：每个定稿的周期只算一次，先后有序")
    void twoQuarterEndsAreCaughtUpOnceByTwoNodes() {
        solved("2026-05-04");
        solved("2026-08-03");
        given.night("2026-06-10T01:07");
        given.clock.set("2026-11-20T01:07");
        var nodes = List.of(given, given.otherNode("2026-11-20T01:07"));
        var computed =
                nodes.parallelStream()
                        .map(node -> node.night().stream().map(Period::code).toList())
                        .toList();
        var ended =
                List.of("2026-06", "2026Q2", "2026-07", "2026-08", "2026-09", "2026Q3", "2026-10");
        assertThat(computed).allSatisfy(one -> assertThat(one).endsWith("2026-11", "2026Q4"));
        assertThat(computed.stream().filter(one -> one.containsAll(ended))).hasSize(1);
        assertThat(computed.stream().filter(one -> one.contains("2026Q3"))).hasSize(1);
        assertThat(computed.stream().flatMap(List::stream).filter(ended::contains))
                .containsExactlyElementsOf(ended);
        assertThat(given.parts("2026Q2", "all", "T1", "CREATED")).isEqualTo("1/1");
        assertThat(given.value("2026Q2", "all", "T1", "CREATED").provisional()).isFalse();
        assertThat(given.parts("2026Q3", "all", "T1", "CREATED")).isEqualTo("1/1");
    }

    @Test
    @DisplayName("后来补录的旧事实让已定稿的周期重新计算")
    void factsRecordedLaterReopenAPeriod() {
        solved("2026-09-01");
        given.night("2026-11-20T01:07");
        solved("2026-09-02");
        given.jdbc.sql("alter table issue_event disable trigger all").update();
        given.jdbc
                .sql(
                        "update issue_event set recorded_at = '2026-11-20 10:00+08' where occurred_at > '2026-09-02'")
                .update();
        assertThat(given.night("2026-11-21T01:07")).map(Period::code).contains("2026-09", "2026Q3");
        assertThat(given.parts("2026Q3", "all", "T1", "CREATED")).isEqualTo("2/2");
    }

    @Test
    @DisplayName("没有问题就没有应算周期")
    void nothingIsOwedBeforeTheFirstIssue() {
        assertThat(given.night("2026-11-20T01:07")).isEmpty();
    }

    @Test
    @DisplayName("有变化才更新统计表，定稿才推送摘要，太旧的不再打扰")
    void effectsFollowChanges() {
        solved("2026-09-01");
        given.night("2026-11-10T01:07");
        assertThat(given.deliveries.requested())
                .containsExactly(
                        "KPI_TABLE KPI-2026-09 2026-09",
                        "KPI_TABLE KPI-2026Q3 2026Q3",
                        "KPI_TABLE KPI-2026-10 2026-10",
                        "KPI_TABLE KPI-2026-11 2026-11",
                        "KPI_TABLE KPI-2026Q4 2026Q4");
        assertThat(given.rollup.summariesDue())
                .map(Period::code)
                .containsExactly("2026-09", "2026Q3", "2026-10");
        given.does(() -> given.rollup.summariesDue().forEach(given.rollup::requestSummary));
        assertThat(given.rollup.summariesDue()).isEmpty();
        assertThat(given.deliveries.requested()).contains("KPI_SUMMARY KPI-2026Q3 2026Q3/1");
        given.night("2026-11-11T01:07");
        assertThat(given.deliveries.requested()).hasSize(8);
    }

    @Test
    @DisplayName("季度内团队状态翻转时再推送")
    void aStatusThatTurnsIsNews() {
        solved("2026-11-02");
        given.night("2026-11-10T01:07");
        given.issue().reported("2026-11-10T09:00");
        given.night("2026-11-11T01:07");
        assertThat(given.value("2026Q4", "all", "T1", "CREATED").value())
                .isEqualTo("50.0000000000");
        assertThat(given.rollup.summariesDue()).map(Period::code).contains("2026Q4");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2026-11-20T01:07:00, 2026-11-20T09:07:00",
        "2026-11-21T01:07:00, 2026-11-23T09:07:00",
        "2026-10-01T01:07:00, 2026-10-08T09:07:00",
        "2026-11-20T13:23:10, 2026-11-20T13:31:10",
        "2026-11-20T17:58:00, 2026-11-23T09:05:00"
    })
    void summariesKeepQuietHoursAndTheBusyMinutes(String now, String due) {
        assertThat(given.rollup.summaryDueAt(TestClock.at(now))).isEqualTo(TestClock.at(due));
    }

    private void solved(String day) {
        given.issue()
                .reported(day + "T09:00")
                .assigned(day + "T09:00", "zhangwei", day + "T18:00")
                .resolved(day + "T15:00");
    }
}
