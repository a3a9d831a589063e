package io.issueloop.appraisal;

import io.issueloop.calendar.CalendarCoverage;
import io.issueloop.kpi.Period;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the numbers themselves have open: calendar, roll-ups, proposals, imports (kpi.md §2, §5).
 */
@Component
@Order(1)
class QuarterChecks implements ClosingCheck {

    /**
     * What is said of each kind of finding; a person counts, the link is where it is dealt with.
     */
    private record Words(String text, String link, boolean blocks) {}

    private static final Map<String, Words> WORDS =
            Map.of(
                    "OWED_ROLLUP",
                    new Words("有 %d 个周期的汇总未完成或有新数据未计入，今晚自动汇总，也可以试算一次", "/admin/quarter", true),
                    "EARLIER_QUARTER",
                    new Words("有 %d 个更早的季度尚未锁定，请按顺序锁定", "/admin/quarter", true),
                    "IMPORT",
                    new Words("有 %d 个导入尚未完成，请等它完成后再核对", "/admin/import", true),
                    "DUPLICATE_PROPOSAL",
                    new Words("有 %d 条重复或复发的提议等待负责人确认", "/issues", false),
                    "ENDING_PROPOSAL",
                    new Words("有 %d 条无效、不予处理等提议等待负责人确认", "/issues", false),
                    "NO_DUE_TIME",
                    new Words("有 %d 个处理段没有个人时限，不计入解决及时率", "/dashboard", false),
                    "OWN_SOLUTION",
                    new Words("有 %d 个自提自解的问题尚无他人确认，暂不计入", "/issues", false),
                    "INSUFFICIENT",
                    new Words("有 %d 个数值样本不足，不作判定", "/dashboard", false));

    private final JdbcClient jdbc;
    private final CalendarCoverage coverage;
    private final Quarters quarters;

    QuarterChecks(JdbcClient jdbc, CalendarCoverage coverage, Quarters quarters) {
        this.jdbc = jdbc;
        this.coverage = coverage;
        this.quarters = quarters;
    }

    @Override
    public List<Finding> of(Period quarter) {
        var findings = new ArrayList<Finding>(calendar(quarter));
        jdbc.sql("select kind, n from closing_finding(?) where n > 0")
                .param(quarter.code())
                .query(
                        row -> {
                            var words = WORDS.get(row.getString("kind"));
                            if (words != null) {
                                findings.add(
                                        new Finding(
                                                words.text().formatted(row.getLong("n")),
                                                words.link(),
                                                words.blocks()));
                            }
                        });
        return findings;
    }

    /** Counted time in an unconfirmed year blocks; a cut-off that reaches into one only warns. */
    private List<Finding> calendar(Period quarter) {
        var last = quarter.end().minusSeconds(1);
        var counted = coverage.unconfirmed(countedFrom(quarter), last);
        if (!counted.isEmpty()) {
            var text = "%s 年的工作日历未确认，本季度的工时按周一至周五计算，请先导入或确认";
            return List.of(new Finding(text.formatted(list(counted)), "/admin/calendar", true));
        }
        var later = coverage.unconfirmed(quarter.end(), quarters.of(quarter).cutOff());
        return later.isEmpty()
                ? List.of()
                : List.of(
                        new Finding(
                                "截止日落在 %s 年，该年的工作日历未确认，截止日按周一至周五推算".formatted(list(later)),
                                "/admin/calendar",
                                false));
    }

    private Instant countedFrom(Period quarter) {
        return jdbc.sql("select closing_counted_from(?)")
                .param(quarter.code())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(quarter.start());
    }

    private static String list(List<Year> years) {
        return years.stream().map(Year::toString).collect(Collectors.joining("、"));
    }
}
