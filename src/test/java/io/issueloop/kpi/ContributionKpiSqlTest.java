package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** P3, P4, P5, exposure and SCORE against hand-computed rows (kpi.md §4). */
class ContributionKpiSqlTest {

    private static final String ZHANG = "person:zhangwei";
    private static final String LIU = "person:liuyang";
    private static final String BOTH = "{\"zhangwei\": 0.5, \"liuyang\": 0.5}";

    private final TestKpis given = new TestKpis("2027-01-20T01:07");
    private final TestPeople people = new TestPeople(given.jdbc);

    @Test
    @DisplayName("知识库：首次发布按作者份额；季末前提交、截止日前通过的也算，不重复算")
    void articlesCountOnce() {
        aTeam();
        people.article("a", "SUBMITTED", "2026-10-20T09:00", "zhangwei", BOTH)
                .article("a", "PUBLISHED", "2026-10-21T09:00", "lixue", BOTH)
                .article("a", "PUBLISHED", "2026-11-21T09:00", "lixue", BOTH)
                .article("late", "SUBMITTED", "2026-12-31T09:00", "zhangwei", "{\"zhangwei\": 1}")
                .article("late", "PUBLISHED", "2027-01-05T09:00", "lixue", "{\"zhangwei\": 1}")
                .article("open", "SUBMITTED", "2026-12-30T09:00", "zhangwei", "{\"zhangwei\": 1}");
        night();
        assertThat(given.parts("2026Q4", ZHANG, "P3")).isEqualTo("1.5/1");
        assertThat(given.parts("2026Q4", LIU, "P3")).isEqualTo("0.5/1");
        assertThat(given.parts("2027Q1", ZHANG, "P3")).isEqualTo("0/1");
        assertThat(given.lines(given.value("2026Q4", ZHANG, "P3", "DEFAULT")))
                .anyMatch(line -> line.startsWith("late ✓"))
                .anyMatch(line -> line.startsWith("open ✗"));
    }

    @Test
    @DisplayName("没有文章是真的 0，不是 N/A")
    void nothingWrittenIsZero() {
        aTeam();
        night();
        assertThat(given.parts("2026Q4", ZHANG, "P3")).isEqualTo("0/1");
        assertThat(given.value("2026Q4", ZHANG, "P3", "DEFAULT").status())
                .isEqualTo(KpiStatus.MISSED);
    }

    @Test
    @DisplayName("互评：各人平均分再平均，少于 3 人 N/A，截止前不动，不出示评价人")
    void peersRateTogether() {
        aTeam();
        people.rated("zhangwei", "a", "2027-01-02T09:00", 4, 4, 5)
                .rated("zhangwei", "b", "2027-01-02T09:00", 4, 5, 4)
                .rated("zhangwei", "c", "2027-01-02T09:00", 3, 4, 3)
                .rated("liuyang", "a", "2027-01-02T09:00", 5)
                .rated("liuyang", "b", "2027-01-02T09:00", 5);
        night();
        assertThat(given.value("2026Q4", ZHANG, "P4", "DEFAULT").value()).isNull();
        people.roundClosed("2027-01-20T01:07:30");
        given.night("2027-01-20T01:08");
        assertThat(given.parts("2026Q4", ZHANG, "P4")).isEqualTo("12/3");
        assertThat(given.value("2026Q4", ZHANG, "P4", "DEFAULT").status()).isEqualTo(KpiStatus.MET);
        assertThat(given.value("2026Q4", LIU, "P4", "DEFAULT").status()).isEqualTo(KpiStatus.NA);
        assertThat(given.lines(given.value("2026Q4", ZHANG, "P4", "DEFAULT")))
                .containsExactly("同事互评 ✓ 3 位评价人的平均分（匿名）");
        assertThat(given.lines(given.value("2026Q4", LIU, "P4", "DEFAULT")))
                .containsExactly("同事互评 ✗ 评价人不足 3 位，不计");
    }

    @Test
    @DisplayName("学习计划：核验的权重占比；取消的条目两边都不算；截止日后核验的不算")
    void learningIsVerified() {
        aTeam();
        people.learning("a", "zhangwei", 60, "AGREED", "2026-10-01T09:00")
                .learning("b", "zhangwei", 20, "AGREED", "2026-10-01T09:00")
                .learning("c", "zhangwei", 20, "AGREED", "2026-10-01T09:00")
                .learning("a", "zhangwei", 60, "VERIFIED", "2026-12-20T09:00")
                .learning("b", "zhangwei", 20, "DROPPED", "2026-12-20T09:00")
                .learning("c", "zhangwei", 20, "VERIFIED", "2027-01-15T09:00");
        night();
        assertThat(given.parts("2026Q4", ZHANG, "P5")).isEqualTo("60/80");
        assertThat(given.value("2026Q4", LIU, "P5", "DEFAULT").status()).isEqualTo(KpiStatus.NA);
    }

    @Test
    @DisplayName("在岗不满一季：数量目标按工作日折算；不足 25% 不计分")
    void countsAreProratedByExposure() {
        aTeam();
        people.joined("chenjie", "2026-11-30T14:00")
                .joined("sunli", "2026-12-21T00:00")
                .away("zhangwei", "2026-10-12", "2026-10-16")
                .away("liuyang", "2026-10-12", "2026-10-16")
                .cameBack("liuyang", "2026-10-14T10:00");
        night();
        assertThat(target(LIU)).as("two days, the third here again").isEqualTo("4.8387096774");
        assertThat(target(ZHANG)).isEqualTo("4.5967741935"); // 5 · 57/62
        assertThat(target("person:chenjie")).isEqualTo("1.9354838710"); // 24/62
        var sunli = given.value("2026Q4", "person:sunli", "SCORE", "DEFAULT");
        assertThat(sunli.value()).isNull();
        assertThat(given.kpis.details(sunli.id())).containsEntry("none", "在岗 9/62 个工作日，不足 25%，不计分");
    }

    @Test
    @DisplayName("得分：可用权重不足 60 为数据不足；够了就按有效权重")
    void scoreNeedsWeight() {
        aTeam();
        night();
        var none = given.value("2026Q4", LIU, "SCORE", "DEFAULT");
        assertThat(none.status()).isEqualTo(KpiStatus.INSUFFICIENT);
        given.issue()
                .reported("2026-11-02T09:00")
                .assigned("2026-11-02T09:00", "zhangwei", "2026-11-05T09:00")
                .resolved("2026-11-03T09:00");
        given.recompute("2026Q4");
        var score = given.value("2026Q4", ZHANG, "SCORE", "DEFAULT");
        // (30 · 1/5 + 25 · 1 + 20 · 0) / 75
        assertThat(score.value()).isEqualTo("41.3333333333");
        assertThat(given.lines(score))
                .containsExactly(
                        "P1 ✓ 个人问题解决数：达成率 20.00%，权重 30，有效权重 40.00%",
                        "P2 ✓ 解决及时率：达成率 100.00%，权重 25，有效权重 33.33%",
                        "P3 ✓ 知识库贡献：达成率 0.00%，权重 20，有效权重 26.67%",
                        "P4 ✗ 团队协作评分：N/A，权重 15 不计",
                        "P5 ✗ 技能提升目标：N/A，权重 10 不计");
    }

    @Test
    @DisplayName("没有数值的地方写明原因：没有派来的、没有互评、不在岗、数据不足")
    void whereThereIsNoNumberTheReasonStands() {
        aTeam();
        night();
        var gaps = new KpiGaps(given.kpis);
        assertThat(gaps.explained(given.value("2026Q4", LIU, "P1", "DEFAULT")))
                .isEqualTo("本期没有派来有效问题");
        assertThat(gaps.explained(given.value("2026Q4", LIU, "P3", "DEFAULT"))).isEmpty();
        assertThat(gaps.explained(given.value("2026Q4", LIU, "P4", "DEFAULT")))
                .isEqualTo("没有至少 3 位评价人的互评结果");
        assertThat(gaps.explained(given.value("2026Q4", LIU, "SCORE", "DEFAULT")))
                .isEqualTo("数据不足：可用权重 20，不足 60");
        assertThat(gaps.explained(given.value("2026Q4", "all", "T4", "DEFAULT")))
                .isEqualTo("本期解决的问题还没有评分；1 条未计入，原因见明细");
        assertThat(KpiGaps.of(given.value("2026Q4", "all", "T1", "CREATED"))).isEmpty();
    }

    private String target(String scope) {
        return String.valueOf(given.value("2026Q4", scope, "P1", "DEFAULT").target());
    }

    private void aTeam() {
        given.team(2, "平台组", "lixue", "zhangwei", "liuyang");
        given.issue()
                .reported("2026-10-09T09:00")
                .assigned("2026-10-09T09:00", "wangwu", "2026-10-12T09:00")
                .resolved("2026-10-10T09:00");
    }

    private void night() {
        given.night("2027-01-20T01:07");
    }
}
