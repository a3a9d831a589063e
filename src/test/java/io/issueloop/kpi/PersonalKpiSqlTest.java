package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** P1 and P2 against hand-computed rows on real PostgreSQL (kpi.md §4, §9). */
class PersonalKpiSqlTest {

    private static final String ZHANG = "person:zhangwei";
    private static final String LIU = "person:liuyang";

    private final TestKpis given = new TestKpis("2026-12-20T01:07");

    @Test
    @DisplayName("解决数：处理人 1.00，协作按份额，自提自解须他人确认")
    void sharesAddUp() {
        held("whole").resolved("2026-11-03T09:00");
        held("shared")
                .resolved("2026-11-03T09:00")
                .event(
                        "SHARES_AGREED",
                        "2026-11-04T09:00",
                        "lixue",
                        Map.of("shares", Map.of("zhangwei", 0.6, "liuyang", 0.4)));
        given.issue("own")
                .reportedBy("zhangwei", "2026-11-02T09:00")
                .assigned("2026-11-02T09:00", "zhangwei", "2026-11-05T09:00")
                .resolved("2026-11-03T09:00");
        given.issue("confirmed")
                .reportedBy("zhangwei", "2026-11-02T09:00")
                .assigned("2026-11-02T09:00", "zhangwei", "2026-11-05T09:00")
                .resolved("2026-11-03T09:00")
                .event("RESOLUTION_CONFIRMED", "2026-11-04T09:00", "lixue", Map.of());
        held("duplicate")
                .resolved("2026-11-03T09:00")
                .linked("2026-11-04T09:00", "whole", "DUPLICATE_REPORT");
        given.night("2026-12-20T01:07");

        assertThat(given.parts("2026Q4", ZHANG, "P1")).isEqualTo("2.6/1");
        assertThat(given.parts("2026Q4", LIU, "P1")).isEqualTo("0.4/1");
        assertThat(given.lines(given.value("2026Q4", ZHANG, "P1", "DEFAULT")))
                .containsExactlyInAnyOrder(
                        "whole ✓ 已解决，份额 1",
                        "shared ✓ 已解决，份额 0.6",
                        "confirmed ✓ 已解决，份额 1",
                        "own ✗ 自提自解，尚无他人确认",
                        "duplicate ✗ 重复提报，已并入 whole");
        assertThat(given.value("2026Q4", ZHANG, "P1", "DEFAULT").status())
                .isEqualTo(KpiStatus.MISSED);
        assertThat(given.value("2026-11", ZHANG, "P1", "DEFAULT").target()).isNull();
    }

    @Test
    @DisplayName("派了没解决是真的 0，什么都没派是 N/A")
    void offeredAndNotSolvedIsZero() {
        given.team(2, "平台组", "lixue", "zhangwei", "liuyang");
        held("open");
        given.night("2026-12-20T01:07");
        assertThat(given.value("2026Q4", ZHANG, "P1", "DEFAULT").value()).isEqualTo("0.0000000000");
        assertThat(given.value("2026Q4", ZHANG, "P1", "DEFAULT").status())
                .isEqualTo(KpiStatus.MISSED);
        assertThat(given.value("2026Q4", LIU, "P1", "DEFAULT").value()).isNull();
    }

    @Test
    @DisplayName("及时率：到点解决算按时，过点未解决在过点时算超时")
    void onTimeOrLate() {
        held("exactly").resolved("2026-11-05T09:00");
        held("second").resolved("2026-11-05T09:00:01");
        held("open");
        given.issue("future")
                .reported("2026-12-18T09:00")
                .assigned("2026-12-18T09:00", "zhangwei", "2026-12-25T09:00");
        given.night("2026-12-20T01:07");
        assertThat(given.parts("2026Q4", ZHANG, "P2")).isEqualTo("1/3");
        assertThat(given.lines(given.value("2026Q4", ZHANG, "P2", "DEFAULT")))
                .contains("exactly ✓ 按时解决", "second ✓ 超时：个人时限已过仍未解决", "future ✗ 处理中，时限未到");
    }

    @Test
    @DisplayName("超时算在过点的周期，解决在后面的周期不再算一次")
    void lateCountsWhenItPasses() {
        given.team(2, "平台组", "lixue", "zhangwei");
        given.issue()
                .reported("2026-09-28T09:00")
                .assigned("2026-09-28T09:00", "zhangwei", "2026-09-30T09:00")
                .resolved("2026-10-09T09:00");
        given.night("2026-12-20T01:07");
        assertThat(given.parts("2026Q3", ZHANG, "P2")).isEqualTo("0/1");
        assertThat(given.parts("2026Q4", ZHANG, "P2")).isEqualTo("0/0");
        assertThat(given.parts("2026Q4", ZHANG, "P1")).isEqualTo("1/1");
    }

    @Test
    @DisplayName("时限前转交两边都不算，接手人按自己的时限")
    void handOverBeforeDueIsNeither() {
        held("moved")
                .handedTo("liuyang", "2026-11-04T09:00", "2026-11-06T09:00")
                .resolved("2026-11-06T08:00");
        held("lateThenMoved")
                .handedTo("liuyang", "2026-11-05T10:00", "2026-11-06T10:00")
                .resolved("2026-11-06T11:00");
        given.night("2026-12-20T01:07");
        assertThat(given.lines(given.value("2026Q4", ZHANG, "P2", "DEFAULT")))
                .containsExactlyInAnyOrder("moved ✗ 时限前转交，不计", "lateThenMoved ✓ 超时：个人时限已过仍未解决");
        assertThat(given.parts("2026Q4", LIU, "P2")).isEqualTo("1/2");
    }

    @Test
    @DisplayName("误派 4 工作小时内退回不留痕，超过则仍是他的一段")
    void wrongAssignmentLeavesNoSegment() {
        held("wrong")
                .refused("2026-11-02T14:00")
                .handedTo("liuyang", "2026-11-02T14:00", "2026-11-05T09:00")
                .resolved("2026-11-04T09:00");
        given.team(2, "平台组", "lixue", "zhangwei", "liuyang");
        given.night("2026-12-20T01:07");
        assertThat(given.lines(given.value("2026Q4", ZHANG, "P2", "DEFAULT")))
                .containsExactly("wrong ✗ 误派，4 工作小时内退回，不计");
        assertThat(given.value("2026Q4", ZHANG, "P1", "DEFAULT").value()).isNull();
        held("tooLate")
                .refused("2026-11-02T14:00:01")
                .handedTo("liuyang", "2026-11-02T14:00:01", "2026-11-05T09:00");
        given.night("2026-12-20T01:08");
        assertThat(given.value("2026Q4", ZHANG, "P1", "DEFAULT").value()).isEqualTo("0.0000000000");
        assertThat(given.lines(given.value("2026Q4", ZHANG, "P2", "DEFAULT")))
                .contains("tooLate ✗ 时限前转交，不计");
    }

    @Test
    @DisplayName("暂停顺延时限；过点之后才开始的暂停不顺延")
    void pausesShift() {
        held("shifted")
                .paused("2026-11-05T08:00", "INFORMATION", false)
                .resumed("2026-11-05T11:00")
                .resolved("2026-11-05T11:00");
        held("stillPaused").paused("2026-11-04T10:00", "INFORMATION", true);
        held("tooLate")
                .paused("2026-11-05T09:30", "INFORMATION", false)
                .resumed("2026-11-05T11:00")
                .resolved("2026-11-05T11:00");
        given.night("2026-12-20T01:07");
        assertThat(given.lines(given.value("2026Q4", ZHANG, "P2", "DEFAULT")))
                .containsExactlyInAnyOrder(
                        "shifted ✓ 按时解决", "tooLate ✓ 超时：个人时限已过仍未解决", "stillPaused ✗ 处理中，时限未到");
    }

    @Test
    @DisplayName("截止日前重开：按时作废，时限按已解决的时间顺延，至少留 4 工作小时")
    void reopeningUndoesOnTime() {
        held("fixedAgain")
                .resolved("2026-11-05T08:59")
                .reopened("2026-11-09T09:00")
                .resolved("2026-11-09T14:00");
        held("lateAgain")
                .resolved("2026-11-05T08:59")
                .reopened("2026-11-09T09:00")
                .resolved("2026-11-09T14:00:01");
        given.night("2026-12-20T01:07");
        assertThat(given.parts("2026Q4", ZHANG, "P2")).isEqualTo("1/2");
    }

    @Test
    @DisplayName("截止日后重开：上期按时已定，本期不再算")
    void onTimeIsFinalAfterTheCutOff() {
        given.team(2, "平台组", "lixue", "zhangwei");
        var issue =
                given.issue("final")
                        .reported("2026-09-28T09:00")
                        .assigned("2026-09-28T09:00", "zhangwei", "2026-09-30T09:00")
                        .resolved("2026-09-29T09:00")
                        .reopened("2026-10-13T18:00");
        given.night("2026-12-20T01:07");
        assertThat(given.parts("2026Q3", ZHANG, "P2")).isEqualTo("1/1");
        assertThat(given.parts("2026Q4", ZHANG, "P2")).isEqualTo("0/0");
        issue.resolved("2026-12-19T10:00");
        given.night("2026-12-20T01:08");
        assertThat(given.parts("2026Q4", ZHANG, "P2")).isEqualTo("0/0");
    }

    @Test
    @DisplayName("同一问题同一人最多一次超时")
    void lateAtMostOncePerIssueAndPerson() {
        held("pingPong")
                .handedTo("liuyang", "2026-11-06T09:00", "2026-11-09T09:00")
                .handedTo("zhangwei", "2026-11-10T09:00", "2026-11-11T09:00")
                .resolved("2026-11-12T09:00");
        given.night("2026-12-20T01:07");
        assertThat(given.lines(given.value("2026Q4", ZHANG, "P2", "DEFAULT")))
                .containsExactly("pingPong ✓ 超时：个人时限已过仍未解决", "pingPong ✗ 同一问题已计过一次超时");
        assertThat(given.parts("2026Q4", LIU, "P2")).isEqualTo("0/1");
    }

    private TestIssue held(String no) {
        return given.issue(no)
                .reported("2026-11-02T09:00")
                .assigned("2026-11-02T09:00", "zhangwei", "2026-11-05T09:00");
    }
}
