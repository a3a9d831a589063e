package io.issueloop.process.work;

import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.ZHANG;
import static io.issueloop.support.People.ZHAO;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.collaboration.monthly.MonthlyAnalyses;
import io.issueloop.collaboration.monthly.Section;
import io.issueloop.notification.Message.Notice;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One story per path of {@code monthly_analysis}. */
class MonthlyAnalysisProcessTest extends IssueStory {

    @Autowired private MonthlyAnalyses analyses;

    @BeforeAll
    static void noPathWalkedYet() {
        PathCoverage.forget();
    }

    @AfterAll
    static void everyPathWasWalked() {
        PathCoverage.assertComplete("monthly_analysis");
    }

    @Test
    @DisplayName("指标定稿后写一份：变化、账龄、高频、分类；存成文档，只通知最近的一月，一次")
    void aFinalMonthIsAnalysedOnce() {
        reported(ZHAO, "月析：接口性能很差");
        reported(ZHAO, "月析：报表性能很差");
        month("2026-10", 14400, 30);
        month("2026-11", 28800, 40);
        clock.moveTo(Instant.parse("2026-12-09T02:41:00Z"));
        wakes();
        wakes();
        assertThat(analyses.months()).contains("2026-11", "2026-10");
        var written = analyses.of(YearMonth.of(2026, 11)).orElseThrow().sections();
        assertThat(lines(written, "指标变化：全部团队"))
                .contains("平均解决时间：1.00 天（样本 40），上月 0.50 天，变差 0.50；达标。");
        assertThat(lines(written, "在办账龄")).contains("月末未解决").contains("最久的一件已");
        assertThat(lines(written, "高频与复发问题")).contains("技术/性能：");
        assertThat(lines(written, "分类质量")).contains("自动分类");

        delivered("MONTHLY-2026-11");
        assertThat(wecom.documents.get("2026年11月问题分析"))
                .anyMatch(part -> part.text().contains("平均解决时间：1.00 天"));
        assertThat(analyses.of(YearMonth.of(2026, 11)).orElseThrow().url()).isPresent();
        assertThat(messagesTo(LI_XUE))
                .filteredOn(Notice.class::isInstance)
                .map(Notice.class::cast)
                .filteredOn(notice -> notice.title().endsWith("问题分析"))
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.title()).isEqualTo("2026年11月问题分析");
                            assertThat(notice.text()).contains("平均解决时间：1.00 天", "月末未解决");
                            assertThat(notice.link().toString())
                                    .endsWith("/reports/monthly/2026-11");
                        });
        assertThat(messagesTo(ZHANG)).noneMatch(message -> message.toString().contains("问题分析"));
        assertThat(deliveries("MONTHLY-2026-10")).isEmpty();
    }

    private static String lines(List<Section> sections, String heading) {
        return sections.stream()
                .filter(one -> one.heading().equals(heading))
                .map(one -> String.join("\n", one.lines()))
                .findFirst()
                .orElseThrow();
    }

    private void month(String month, long seconds, int n) {
        var first = YearMonth.parse(month).atDay(1);
        jdbc.sql(
                        """
                        insert into kpi_owed_period (period, starts_at, ends_at, cut_off, owed, final, computed_at)
                        values (?, cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz), false, true, now())
                        on conflict (period) do update set final = true
                        """)
                .params(
                        month,
                        first + " 00:00+08",
                        first.plusMonths(1) + " 00:00+08",
                        first.plusMonths(1).plusDays(7) + " 18:00+08")
                .update();
        jdbc.sql("delete from kpi_value where period = ?").param(month).update();
        jdbc.sql(
                        """
                        insert into kpi_value (metric, basis, period, scope, definition_version, numerator, denominator, n,
                                               target, status, provisional, calendar_version, computed_at, details)
                        values ('T2', 'WORKDAY', ?, 'all', 1, ?, 1, ?, 3, 'MET', false, 1, now(), '{}')
                        """)
                .params(month, seconds, n)
                .update();
    }

    private void wakes() {
        runtime.startProcessInstanceByKey("monthly_analysis");
        management
                .createJobQuery()
                .activityId("Task_WriteAnalysis")
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }
}
