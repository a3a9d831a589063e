package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** T3 and T4 against hand-computed rows on real PostgreSQL (kpi.md §3, §9). */
class QualityKpiSqlTest {

    private final TestKpis given = new TestKpis("2026-12-20T01:07");

    @Test
    @DisplayName("重复率 = 重复提报 + 复发，分开列出；误重复提交两边都不计")
    void repeatsAreSplit() {
        given.issue("first").reported("2026-11-02T09:00");
        given.issue("again")
                .reported("2026-11-02T15:00")
                .linked("2026-11-03T09:00", "first", "DUPLICATE_REPORT");
        given.issue("recurs")
                .reported("2026-11-20T09:00")
                .linked("2026-11-23T09:00", "first", "RECURRENCE");
        given.issue("twice")
                .reported("2026-11-02T09:10")
                .linked("2026-11-02T10:00", "first", "DUPLICATE_REPORT");
        given.issue("later")
                .reported("2026-11-02T09:10:01")
                .linked("2026-11-02T10:00", "first", "DUPLICATE_REPORT");
        given.issue("other")
                .reportedBy("wanglei", "2026-11-02T09:05")
                .linked("2026-11-02T10:00", "first", "DUPLICATE_REPORT");
        given.issue("undone")
                .reported("2026-11-02T16:00")
                .linked("2026-11-03T09:00", "first", "DUPLICATE_REPORT")
                .event("UNLINKED", "2026-11-04T09:00", "lixue", Map.of("to", "first"));
        given.issue("wontfix")
                .reported("2026-11-02T09:00")
                .linked("2026-11-03T09:00", "first", "RECURRENCE")
                .happened("WONT_FIX", "2026-11-04T09:00");
        given.night("2026-12-20T01:07");

        assertThat(given.parts("2026Q4", "all", "T3")).isEqualTo("4/6");
        var value = given.value("2026Q4", "all", "T3", "DEFAULT");
        assertThat(value.status()).isEqualTo(KpiStatus.MISSED);
        assertThat(given.kpis.details(value.id()))
                .containsEntry("duplicateReports", "3")
                .containsEntry("recurrences", "1");
        assertThat(given.lines(value))
                .contains("twice ✗ 10 分钟内误重复提交，不计入", "wontfix ✗ 经负责人确认不予处理", "undone ✓ 有效提报");
    }

    @Test
    @DisplayName("重复关系在截止日前确认的算，未解决的问题也算")
    void linksCountUntilTheCutOff() {
        given.issue("a").reported("2026-09-28T09:00");
        given.issue("b").reported("2026-09-29T09:00").linked("2026-10-13T17:59", "a", "RECURRENCE");
        given.issue("c").reported("2026-09-29T10:00").linked("2026-10-13T18:00", "a", "RECURRENCE");
        given.night("2026-12-20T01:07");
        assertThat(given.parts("2026Q3", "all", "T3")).isEqualTo("1/3");
    }

    @Test
    @DisplayName("满意度只算有效解决后的最后一次评分，处理人自己的不算")
    void answersBelongToEffectiveResolutions() {
        for (int i = 1; i <= 4; i++) {
            given.issue("r" + i)
                    .reported("2026-11-02T09:00")
                    .resolved("2026-11-03T09:00")
                    .rated("2026-11-04T09:00", 5);
        }
        given.issue("changed")
                .reported("2026-11-02T09:00")
                .resolved("2026-11-03T09:00")
                .rated("2026-11-04T09:00", 1)
                .rated("2026-11-05T09:00", 4);
        given.issue("reopened")
                .reported("2026-11-02T09:00")
                .resolved("2026-11-03T09:00")
                .rated("2026-11-04T09:00", 1)
                .reopened("2026-11-05T09:00")
                .resolved("2026-11-06T09:00");
        given.issue("own")
                .reported("2026-11-02T09:00")
                .resolvedBy("lixue", "2026-11-03T09:00")
                .rated("2026-11-04T09:00", 5);
        given.night("2026-12-20T01:07");

        assertThat(given.parts("2026Q4", "all", "T4")).isEqualTo("24/5");
        var value = given.value("2026Q4", "all", "T4", "DEFAULT");
        assertThat(value.value()).isEqualTo("4.8000000000");
        assertThat(value.status()).isEqualTo(KpiStatus.MET);
        assertThat(given.kpis.details(value.id()))
                .containsEntry("resolutions", "6")
                .containsEntry("responseRate", "83.3333333333")
                .containsEntry("stars5", "4")
                .containsEntry("stars4", "1");
        assertThat(given.lines(value))
                .contains("reopened ✗ 提报人未评分", "own ✗ 提报人自行解决，不计评价", "changed ✓ 4 星");
    }

    @Test
    @DisplayName("少于 5 份评分为样本不足，值照样给出；没有评分为 N/A")
    void fewAnswersAreInsufficient() {
        given.issue()
                .reported("2026-11-02T09:00")
                .resolved("2026-11-03T09:00")
                .rated("2026-11-04T09:00", 5);
        given.issue().reported("2026-12-02T09:00").resolved("2026-12-03T09:00");
        given.night("2026-12-20T01:07");
        var quarter = given.value("2026Q4", "all", "T4", "DEFAULT");
        assertThat(quarter.status()).isEqualTo(KpiStatus.INSUFFICIENT);
        assertThat(quarter.value()).isEqualTo("5.0000000000");
        var december = given.value("2026-12", "all", "T4", "DEFAULT");
        assertThat(december.status()).isEqualTo(KpiStatus.NA);
        assertThat(december.value()).isNull();
    }

    @Test
    @DisplayName("回收率低于 20% 为样本不足，正好 20% 不是")
    void lowResponseIsInsufficient() {
        for (int i = 0; i < 25; i++) {
            var issue = given.issue().reported("2026-11-02T09:00").resolved("2026-11-03T09:00");
            if (i < 5) {
                issue.rated("2026-11-04T09:00", 5);
            }
        }
        given.night("2026-12-20T01:07");
        assertThat(given.value("2026Q4", "all", "T4", "DEFAULT").status()).isEqualTo(KpiStatus.MET);
        given.issue().reported("2026-11-02T09:00").resolved("2026-11-03T09:00");
        given.night("2026-12-20T01:08");
        assertThat(given.value("2026Q4", "all", "T4", "DEFAULT").status())
                .isEqualTo(KpiStatus.INSUFFICIENT);
    }
}
