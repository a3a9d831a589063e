package io.issueloop.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.TestClock;
import io.issueloop.support.TestDatabase;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("分类质量月报")
class ClassificationQualityTest {

    private final JdbcClient jdbc = TestDatabase.create().jdbc();
    private final TestClock clock = new TestClock("2026-12-02T10:00:00");
    private final ClassificationQuality quality = new ClassificationQuality(jdbc, clock);

    @Test
    @DisplayName("自动、分诊、更正的份额，误导的关键词；月份按北京时间")
    void sharesAndMisleadingKeywords() {
        classified(1, "2026-10-31T16:00:00Z", "技术", "技术:性能:1.0", "技术:优化:1.0", "工具:系统:1.0");
        classified(2, "2026-11-10T01:00:00Z", "技术", "技术:性能:1.0");
        classified(3, "2026-11-30T15:59:59Z", null);
        classified(4, "2026-11-30T16:00:00Z", "人员", "人员:学习:1.0");
        event(2, "RECLASSIFIED", "{\"from\": \"技术\", \"category\": \"工具\"}");
        event(1, "RECLASSIFIED", "{\"from\": \"技术\", \"category\": \"技术\"}");
        event(3, "TRIAGED", "{\"category\": \"流程\"}");

        var report = quality.of(YearMonth.of(2026, 11));
        assertThat(report.judged()).isEqualTo(3);
        assertThat(report.automatic()).isEqualTo(2);
        assertThat(report.triaged()).isEqualTo(1);
        assertThat(report.corrected()).isEqualTo(1);
        assertThat(report.keywords())
                .containsExactly(
                        new ClassificationReport.Keyword("技术", "性能", 2, 1),
                        new ClassificationReport.Keyword("技术", "优化", 1, 0));
        assertThat(quality.of(YearMonth.of(2026, 10)).judged()).isZero();
    }

    @Test
    @DisplayName("每个月报告一次；停机欠下的补报，太久的只记下")
    void everyMonthIsOwedOnce() {
        classified(1, "2026-06-10T01:00:00Z", "技术");
        assertThat(quality.takeOwed())
                .containsExactly(
                        YearMonth.of(2026, 9), YearMonth.of(2026, 10), YearMonth.of(2026, 11));
        assertThat(quality.takeOwed()).isEmpty();
        clock.set("2027-01-01T09:00:00");
        assertThat(quality.takeOwed()).containsExactly(YearMonth.of(2026, 12));
    }

    private void classified(int no, String at, String category, String... hits) {
        var named = category == null ? "" : "\"category\": \"%s\", ".formatted(category);
        var list = hits.length == 0 ? "" : "\"" + String.join("\", \"", hits) + "\"";
        event(no, "CLASSIFIED", at, "{%s\"hits\": [%s]}".formatted(named, list));
    }

    private void event(int no, String type, String payload) {
        event(no, type, "2026-12-01T01:00:00Z", payload);
    }

    private void event(int no, String type, String at, String payload) {
        jdbc.sql(
                        """
                insert into issue_event (issue_no, type, actor, occurred_at, recorded_at, payload)
                values (?, ?, 'issueloop', cast(? as timestamptz), now(), cast(? as jsonb))
                """)
                .params("ISS-20261101-%04d".formatted(no), type, at, payload)
                .update();
    }
}
