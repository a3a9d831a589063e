package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.RecordedDeliveries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What WeCom is asked to show and to say; the ports only remember. */
class KpiEffectsTest {

    private final TestKpis given = new TestKpis("2026-11-20T01:07");
    private final List<KpiTable.Row> rows = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    private final KpiNames names = new KpiNames(given.jdbc);
    private final KpiTableEffect table = new KpiTableEffect(given.kpis, names, rows::addAll);
    private final KpiSummaryEffect summary =
            new KpiSummaryEffect(
                    given.kpis,
                    names,
                    new KpiAudience(given.jdbc),
                    (to, title, text, link) ->
                            messages.add(to + " " + title + " " + link + "\n" + text),
                    RecordedDeliveries.sentLog(given.jdbc, given.clock));

    @BeforeEach
    void aTeamWithOneSolvedIssue() {
        given.team(2, "平台组", "lixue", "lixue", "zhangwei");
        given.jdbc.sql("insert into member values ('zhaomin', '赵敏', 1, true)").update();
        given.jdbc
                .sql("insert into member_role values ('zhaomin', 'CTO'), ('zhaomin', 'KPI_ADMIN')")
                .update();
        given.issue()
                .reported("2026-11-02T09:00")
                .assigned("2026-11-02T09:00", "zhangwei", "2026-11-05T09:00")
                .resolved("2026-11-03T09:00");
        given.night("2026-11-20T01:07");
    }

    @Test
    @DisplayName("统计表：每个团队、个人 × 周期 × 指标一行，按考核周期")
    void tableHasOneRowPerSubjectAndMetric() {
        table.perform("KPI-2026Q4", "2026Q4");
        assertThat(rows)
                .extracting(KpiTable.Row::key)
                .containsExactlyInAnyOrder(
                        "T1/2026Q4/all",
                        "T3/2026Q4/all",
                        "T4/2026Q4/all",
                        "T1/2026Q4/team:2",
                        "T3/2026Q4/team:2",
                        "T4/2026Q4/team:2",
                        "P1/2026Q4/person:zhangwei",
                        "P2/2026Q4/person:zhangwei",
                        "P3/2026Q4/person:zhangwei",
                        "P3/2026Q4/person:lixue",
                        "SCORE/2026Q4/person:zhangwei");
        var row =
                rows.stream()
                        .filter(r -> r.key().equals("T1/2026Q4/team:2"))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.sheet()).isEqualTo(KpiTable.Sheet.TEAM);
        assertThat(List.of(row.period(), row.subject(), row.metric(), row.status()))
                .containsExactly("2026年第4季度", "平台组", "问题解决率", "达标");
        assertThat(row.value().orElseThrow()).hasToString("100.00");
        assertThat(row.target().orElseThrow().toPlainString()).isEqualTo("90");
    }

    @Test
    @DisplayName("摘要：负责人看本组，CTO 与 KPI 管理员看全部，每版只发一次")
    void everybodyIsToldOncePerRevision() {
        summary.perform("KPI-2026-11", "2026-11/1");
        summary.perform("KPI-2026-11", "2026-11/1");
        assertThat(messages)
                .containsExactly(
                        """
                        [zhaomin] 2026年11月指标汇总（暂定） /dashboard?period=2026-11
                        全部团队：1 项指标中 1 项达标
                        平均解决时间：1.00 天（目标 ≤ 3 天，达标，样本 1）""",
                        """
                        [lixue] 2026年11月指标汇总（暂定） /dashboard?period=2026-11
                        平台组：1 项指标中 1 项达标
                        平均解决时间：1.00 天（目标 ≤ 3 天，达标，样本 1）""");
        summary.perform("KPI-2026-11", "2026-11/2");
        assertThat(messages).hasSize(4);
    }

    @Test
    @DisplayName("人工办理：团队的行可以直接粘贴，个人数值不出示；只给 KPI 管理员")
    void figuresForAPersonAreThoseOfTheTeamsOnly() {
        var work = table.byHand("KPI-2026Q4", "2026Q4").orElseThrow();
        assertThat(work.who()).isEqualTo(ByHand.Who.KPI_ADMINS);
        assertThat(work.title()).isEqualTo("把2026年第4季度指标填入「KPI 统计」");
        assertThat(work.text().lines())
                .startsWith("周期\t对象\t指标\t数值\t目标\t状态\t样本数")
                .contains("2026年第4季度\t平台组\t问题解决率\t100.00\t90\t达标\t1")
                .noneMatch(line -> line.contains("zhangwei") || line.contains("个人"));
    }

    @Test
    @DisplayName("人工发出的摘要，改为自动后不再发一遍")
    void summarySentByHandIsNotSentAgain() {
        var work = summary.byHand("KPI-2026-11", "2026-11/1").orElseThrow();
        assertThat(work.who()).isEqualTo(ByHand.Who.KPI_ADMINS);
        assertThat(work.text()).contains("【发给 赵敏】\n2026年11月指标汇总（暂定）", "【发给 ");
        summary.doneByHand("KPI-2026-11", "2026-11/1", "");
        assertThat(summary.byHand("KPI-2026-11", "2026-11/1")).isEmpty();
        summary.perform("KPI-2026-11", "2026-11/1");
        assertThat(messages).isEmpty();
    }
}
