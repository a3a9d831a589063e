package io.issueloop.collaboration.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.collaboration.weekly.ReportDocuments.Paragraph;
import io.issueloop.directory.TestDirectory;
import io.issueloop.issue.IssueNo;
import io.issueloop.support.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("周报的文字")
class WeeklyTextsTest {

    private static final Instant FRIDAY = Instant.parse("2026-11-20T08:37:00Z");

    @Test
    void aTeamsWeekInThreeLines() {
        var sheet = sheet(late(1), solved(2), late(3));
        assertThat(WeeklyTexts.title(sheet)).isEqualTo("2026年第47周周报：平台研发部");
        assertThat(WeeklyTexts.team(sheet))
                .isEqualTo("解决 1 件，在办 2 件，其中超时 2 件\n下周到期 0 件\n本周评价 1 次，平均 5.0 星\n本周汇报 3/5 人");
    }

    @Test
    void aPersonsWeekSaysWhetherTheyWrote() {
        assertThat(WeeklyTexts.person(sheet())).isEqualTo("解决 0 件，在办 0 件，无超时\n下周到期 0 件\n本周汇报：已写");
    }

    @Test
    @DisplayName("文档：区间、数字、链接，然后每个清单和每个人")
    void theDocumentListsIssuesAndPeople() {
        var people = TestDirectory.of(new People());
        var text =
                WeeklyTexts.document(sheet(late(1), solved(2)), people, "https://x/reports")
                        .stream()
                        .map(Paragraph::text)
                        .toList();
        assertThat(text)
                .startsWith("统计区间：11月13日 至 11月20日")
                .contains(
                        "在线查看：https://x/reports",
                        "超时未解决（1）",
                        "ISS-20261116-0001 打不开（张伟，截止 11月20日）",
                        "下周到期（0）",
                        "无",
                        "ISS-20261116-0002 打不开（张伟）",
                        "张伟：解决 1，在办 1，超时 1，下周到期 0");
    }

    private static WeeklySheet sheet(WeeklyLine... lines) {
        return new WeeklySheet(
                Week.of("2026W47"),
                "平台研发部",
                FRIDAY.minusSeconds(7 * 86_400),
                FRIDAY,
                List.of(lines),
                3,
                5,
                Optional.empty());
    }

    private static WeeklyLine late(int number) {
        return line(number, true, Optional.empty());
    }

    private static WeeklyLine solved(int number) {
        return line(number, false, Optional.of(5));
    }

    private static WeeklyLine line(int number, boolean open, Optional<Integer> stars) {
        return new WeeklyLine(
                IssueNo.of("ISS-20261116-000" + number),
                "打不开",
                People.ZHANG,
                open,
                !open,
                open,
                false,
                Optional.of(FRIDAY.minusSeconds(60)),
                stars);
    }
}
