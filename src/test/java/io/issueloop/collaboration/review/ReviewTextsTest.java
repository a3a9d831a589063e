package io.issueloop.collaboration.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.issueloop.collaboration.review.Review.AgendaItem;
import io.issueloop.collaboration.review.Review.Measure;
import io.issueloop.directory.Directory;
import io.issueloop.directory.TestDirectory;
import io.issueloop.issue.IssueNo;
import io.issueloop.shared.Refused;
import io.issueloop.support.People;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("复盘的消息")
class ReviewTextsTest {

    private static final IssueNo NO = IssueNo.of("ISS-20261123-0007");
    private static final Review REVIEW =
            new Review(
                    NO.value(),
                    Optional.of(NO),
                    People.PLATFORM,
                    "线上订单丢失",
                    "重大问题",
                    People.LI_XUE,
                    List.of(People.LI_XUE, People.ZHANG, People.ZHAO),
                    Instant.parse("2026-11-24T02:00:00Z"),
                    1,
                    Optional.empty(),
                    Optional.empty());
    private static final Measure MEASURE =
            new Measure(1, "补充压测用例", People.ZHANG, LocalDate.of(2026, 12, 4), Optional.empty());
    private final Directory people = TestDirectory.of(new People());

    @Test
    void invitationSaysWhenWhoAndWhy() {
        var text = ReviewTexts.invitation(REVIEW, people);
        assertThat(text.title()).isEqualTo("复盘会：线上订单丢失");
        assertThat(text.body())
                .isEqualTo(
                        """
                        时间：11月24日（周二）10:00–11:00
                        主持：李雪
                        参会：李雪、张伟、赵敏
                        原因：重大问题""");
        assertThat(ReviewTexts.moved(REVIEW, people).body())
                .isEqualTo("新时间：11月24日（周二）10:00–11:00\n主持：李雪");
    }

    @Test
    void requestsSayWhatToDoByWhen() {
        assertThat(ReviewTexts.conclude(REVIEW).body()).isEqualTo("写下结论，以及要做的改进措施、负责人和完成日期");
        assertThat(ReviewTexts.concludeReminder(REVIEW).body())
                .isEqualTo("会议已于 11月24日（周二）11:00 结束，请补上结论与改进措施");
        assertThat(ReviewTexts.measure(REVIEW, MEASURE))
                .isEqualTo(
                        new ReviewTexts.Text(
                                "改进措施：补充压测用例", "来自复盘：线上订单丢失\n完成日期：12月4日（周五）\n完成后请说明做了什么"));
        assertThat(ReviewTexts.measureReminder(REVIEW, MEASURE).title())
                .isEqualTo("改进措施即将到期：补充压测用例");
    }

    @Test
    @DisplayName("会议说明以业务键开头（丢了应答时靠它找回），最多 500 字")
    void descriptionBeginsWithTheKeyAndIsShort() {
        var items = Collections.nCopies(50, new AgendaItem(NO, "订单页面打开要十秒", "重大、超时"));
        var text = ReviewTexts.description(REVIEW, items, "https://x/m/reviews/" + NO);
        assertThat(text).startsWith(NO + "\nhttps://x/m/reviews/" + NO + "\n重大问题\n").hasSize(500);
        assertThat(ReviewTexts.summary(REVIEW, List.of())).startsWith("线上订单丢失\n11月24日");
    }

    @Test
    @DisplayName("改进措施一行一项：写错了说清楚错在哪里")
    void linesAreReadOrExplained() {
        var today = LocalDate.of(2026, 11, 24);
        assertThat(MeasureLines.read("补压测；张伟；2026-12-04\n\n 加告警|zhaomin|2026/12/05", people, today))
                .extracting(Measure::number, Measure::title, Measure::owner)
                .containsExactly(tuple(1, "补压测", People.ZHANG), tuple(2, "加告警", People.ZHAO));
        refused("补压测；张伟", "第 1 项请写成");
        refused("补压测；没有这个人；2026-12-04", "找不到成员“没有这个人”");
        refused("补压测；张伟；下周", "完成日期请写成 2026-12-01 这样");
        refused("补压测；张伟；2026-11-01", "已经过去");
    }

    private void refused(String line, String why) {
        assertThatThrownBy(() -> MeasureLines.read(line, people, LocalDate.of(2026, 11, 24)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }
}
