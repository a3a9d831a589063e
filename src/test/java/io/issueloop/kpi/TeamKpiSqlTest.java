package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** T1 and T2 against hand-computed rows on real PostgreSQL (kpi.md §3, §9). */
class TeamKpiSqlTest {

    private final TestKpis given = new TestKpis("2027-01-20T01:07");

    @Test
    @DisplayName("解决率的三种口径：DUE 9/12，CREATED 8/11，BACKLOG 9/13")
    void solvedOnThreeBases() {
        for (int i = 1; i <= 8; i++) {
            given.issue("a" + i)
                    .reported("2026-11-0" + i + "T09:00")
                    .assigned("2026-11-0" + i + "T09:10", "zhangwei", "2026-11-20T18:00")
                    .resolved("2026-11-18T10:00");
        }
        given.issue("a9")
                .reported("2026-12-01T09:00")
                .assigned("2026-12-01T09:10", "zhangwei", "2026-12-04T09:00");
        given.issue("a10")
                .reported("2026-12-30T09:00")
                .assigned("2026-12-30T09:10", "zhangwei", "2027-01-06T09:00");
        given.issue("a11")
                .reported("2026-09-28T09:00")
                .assigned("2026-09-28T09:10", "zhangwei", "2026-09-29T18:00")
                .resolved("2026-10-09T10:00");
        given.issue("a12")
                .reported("2026-09-28T09:00")
                .assigned("2026-09-28T09:10", "zhangwei", "2026-09-29T18:00");
        given.issue("a13")
                .reported("2026-11-10T09:00")
                .assigned("2026-11-10T09:10", "zhangwei", "2026-11-12T18:00")
                .linked("2026-11-11T10:00", "a1", "DUPLICATE_REPORT");
        given.issue("a14").reported("2026-11-10T09:00").happened("INVALIDATED", "2026-11-10T10:00");
        given.issue("a15")
                .reported("2026-12-18T09:00")
                .assigned("2026-12-18T09:10", "zhangwei", "2026-12-24T18:00")
                .resolved("2026-12-20T10:00")
                .reopened("2027-01-03T10:00");
        given.night("2027-01-20T01:07");

        assertThat(given.parts("2026Q4", "all", "T1", "DUE")).isEqualTo("9/12");
        assertThat(given.parts("2026Q4", "all", "T1", "CREATED")).isEqualTo("8/11");
        assertThat(given.parts("2026Q4", "all", "T1", "BACKLOG")).isEqualTo("9/13");
        var created = given.value("2026Q4", "all", "T1", "CREATED");
        assertThat(created.value()).isEqualTo("72.7272727273");
        assertThat(created.status()).isEqualTo(KpiStatus.MISSED);
        assertThat(created.provisional()).isFalse();
        assertThat(given.lines(created))
                .contains("a13 ✗ 重复提报，已并入 a1", "a14 ✗ 无效问题", "a15 ✓ 周期结束时未解决", "a1 ✓ 已解决");
        assertThat(given.lines(given.value("2026Q4", "all", "T1", "DUE")))
                .contains("a10 ✗ 时限在周期结束之后，不计入");
    }

    @Test
    @DisplayName("截止日 10-13 18:00 之前的重开算，之后的不算")
    void reopeningCountsUntilTheCutOff() {
        given.issue("before")
                .reported("2026-09-28T09:00")
                .resolved("2026-09-29T10:00")
                .reopened("2026-10-13T17:59:59");
        given.issue("at")
                .reported("2026-09-28T09:00")
                .resolved("2026-09-29T10:00")
                .reopened("2026-10-13T18:00:00");
        given.night("2026-10-20T01:07");
        assertThat(given.parts("2026Q3", "all", "T1", "CREATED")).isEqualTo("1/2");
        // resolved in Q3, reopened in Q4: in the base of Q4 again
        assertThat(given.parts("2026Q4", "all", "T1", "BACKLOG")).isEqualTo("0/2");
    }

    @Test
    @DisplayName("周期按东八区：09-30T15:59:59Z 属于三季度，再过一秒属于四季度")
    void periodsAreShanghaiPeriods() {
        given.issue().reported("2026-09-30T23:59:59");
        given.issue().reported("2026-10-01T00:00:00");
        given.night("2026-10-20T01:07");
        assertThat(given.parts("2026Q3", "all", "T1", "CREATED")).isEqualTo("0/1");
        assertThat(given.parts("2026Q4", "all", "T1", "CREATED")).isEqualTo("0/1");
    }

    @Test
    @DisplayName("暂停按工作时间扣除：2880 − 120 = 2760 分钟")
    void pauseIsTakenOffInWorkingTime() {
        given.issue()
                .reported("2026-10-12T09:00")
                .paused("2026-10-16T17:00", "INFORMATION", false)
                .resumed("2026-10-19T10:00")
                .resolved("2026-10-20T09:00");
        given.night("2026-11-20T01:07");
        assertThat(given.parts("2026-10", "all", "T2", "WORKDAY")).isEqualTo("2760/1");
        assertThat(given.value("2026-10", "all", "T2", "WORKDAY").value())
                .isEqualTo("5.7500000000");
    }

    @Test
    @DisplayName("重开：只算打开的时间，780 分钟")
    void onlyOpenIntervalsCount() {
        given.issue()
                .reported("2026-10-12T09:00")
                .resolved("2026-10-13T09:00")
                .reopened("2026-10-16T09:00")
                .resolved("2026-10-16T15:00");
        given.night("2026-11-20T01:07");
        assertThat(given.parts("2026-10", "all", "T2", "WORKDAY")).isEqualTo("780/1");
    }

    @Test
    @DisplayName("重叠的暂停只扣一次，审批等待也是暂停")
    void overlappingPausesCountOnce() {
        given.issue()
                .reported("2026-11-02T09:00")
                .event("PAUSED", "2026-11-02T10:00", "x", Map.of("kind", "APPROVAL"))
                .event("PAUSED", "2026-11-02T11:00", "x", Map.of("kind", "INFORMATION"))
                .event("RESUMED", "2026-11-02T12:00", "x", Map.of("kind", "APPROVAL"))
                .event("RESUMED", "2026-11-02T14:00", "x", Map.of("kind", "INFORMATION"))
                .resolved("2026-11-02T15:00");
        given.night("2026-12-20T01:07");
        assertThat(given.parts("2026-11", "all", "T2", "WORKDAY")).isEqualTo("120/1");
    }

    @Test
    @DisplayName("未经负责人同意的暂停，超出 10 个工作日的部分计入")
    void longPauseWithoutApprovalCounts() {
        given.issue("self")
                .reported("2026-11-02T09:00")
                .paused("2026-11-02T09:00", "OTHER", false)
                .resumed("2026-11-17T09:00")
                .resolved("2026-11-17T10:00");
        given.issue("approved")
                .reported("2026-11-02T09:00")
                .paused("2026-11-02T09:00", "OTHER", true)
                .resumed("2026-11-17T09:00")
                .resolved("2026-11-17T10:00");
        given.night("2026-12-20T01:07");
        assertThat(given.lines(given.value("2026-11", "all", "T2", "WORKDAY"))).hasSize(2);
        assertThat(given.parts("2026-11", "all", "T2", "WORKDAY"))
                .isEqualTo((480 + 60 + 60) + "/2");
    }

    @Test
    @DisplayName("非工作时间解决计 0，不是空；自然日口径并列")
    void afterHoursIsZero() {
        given.issue().reported("2026-10-12T20:00").resolved("2026-10-12T22:00");
        given.night("2026-11-20T01:07");
        var value = given.value("2026-10", "all", "T2", "WORKDAY");
        assertThat(value.value()).isEqualTo("0.0000000000");
        assertThat(value.status()).isEqualTo(KpiStatus.MET);
        assertThat(given.lines(value))
                .containsExactly("ISS-20260101-0001 ✓ 周期内解决；全程在非工作时间，计 0 工作时间");
        assertThat(given.parts("2026-10", "all", "T2", "CALENDAR")).isEqualTo("120/1");
        assertThat(given.value("2026-10", "all", "T2", "CALENDAR").value())
                .isEqualTo("0.0833333333");
    }

    @Test
    @DisplayName("季度平均是总和之比 3.4，不是各月平均的平均")
    void quarterIsARatioOfSums() {
        resolve(10, "2026-10", 2);
        resolve(2, "2026-11", 0);
        resolve(3, "2026-12", 10);
        given.night("2027-01-20T01:07");
        assertThat(given.value("2026-10", "all", "T2", "WORKDAY").value())
                .isEqualTo("2.0000000000");
        assertThat(given.value("2026-11", "all", "T2", "WORKDAY").value())
                .isEqualTo("0.5000000000");
        assertThat(given.value("2026-12", "all", "T2", "WORKDAY").value())
                .isEqualTo("10.0000000000");
        var quarter = given.value("2026Q4", "all", "T2", "WORKDAY");
        assertThat(quarter.value()).isEqualTo("3.4000000000");
        assertThat(given.parts("2026Q4", "all", "T2", "WORKDAY")).isEqualTo("24480/15");
        assertThat(quarter.status()).isEqualTo(KpiStatus.MISSED);
        assertThat(given.kpis.details(quarter.id()))
                .containsEntry("median", "2.0000000000")
                .containsEntry("p90", "10.0000000000")
                .containsEntry("open", "0");
    }

    private void resolve(int count, String month, int days) {
        for (int i = 0; i < count; i++) {
            var start = month + "-12T09:00";
            given.issue()
                    .reported(start)
                    .resolved(
                            switch (days) {
                                case 2 -> "2026-10-13T18:00";
                                case 0 -> "2026-11-12T14:00";
                                default -> "2026-12-25T18:00";
                            });
        }
    }

    @Test
    @DisplayName("不予处理、测试、撤回、基线都离开分子分母，并列出原因")
    void whatLeavesIsListed() {
        given.issue("wontfix")
                .reported("2026-11-02T09:00")
                .happened("WONT_FIX", "2026-11-03T09:00");
        given.issue("withdrawn")
                .reported("2026-11-02T09:00")
                .happened("WITHDRAWN", "2026-11-02T10:00");
        given.issue("test").event("REPORTED", "2026-11-02T09:00", "lixue", Map.of("test", true));
        given.issue("base").baseline("2026-11-02T09:00", "2026Q3").resolved("2026-11-03T09:00");
        given.issue("mine").baseline("2026-11-02T09:00", "2026Q4").resolved("2026-11-03T09:00");
        given.night("2026-12-20T01:07");
        var value = given.value("2026Q4", "all", "T1", "CREATED");
        assertThat(given.parts("2026Q4", "all", "T1", "CREATED")).isEqualTo("1/1");
        assertThat(given.parts("2026-11", "all", "T1", "CREATED")).isEqualTo("1/1");
        assertThat(given.lines(value))
                .containsExactlyInAnyOrder(
                        "mine ✓ 已解决",
                        "wontfix ✗ 经负责人确认不予处理",
                        "withdrawn ✗ 接单前已撤回",
                        "test ✗ 测试数据",
                        "base ✗ 历史基线数据，不计入本周期");
        assertThat(given.parts("2026Q4", "person:zhangwei", "P1")).isEqualTo("0/0");
    }

    @Test
    @DisplayName("问题归解决时的团队；团队之间各算各的，没有问题的团队是 N/A")
    void everyTeamForItself() {
        given.team(2, "平台组", "lixue", "lixue", "zhangwei");
        given.team(3, "应用组", "wanglei", "wanglei");
        given.issue()
                .reported("2026-11-02T09:00")
                .assigned("2026-11-02T09:00", "zhangwei", "2026-11-03T09:00")
                .resolved("2026-11-02T11:00");
        given.night("2026-12-20T01:07");
        assertThat(given.parts("2026Q4", "team:2", "T1", "CREATED")).isEqualTo("1/1");
        var none = given.value("2026Q4", "team:3", "T1", "CREATED");
        assertThat(none.value()).isNull();
        assertThat(none.status()).isEqualTo(KpiStatus.NA);
        assertThat(given.value("2026Q4", "person:lixue", "P1", "DEFAULT").status())
                .isEqualTo(KpiStatus.NA);
    }
}
