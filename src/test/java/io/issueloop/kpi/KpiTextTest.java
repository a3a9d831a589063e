package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact comparison, honest rounding, words for people, periods and scopes. */
class KpiTextTest {

    @ParameterizedTest
    @CsvSource({
        "849999,     1000000,     85, HIGHER_IS_BETTER, 84.99, false",
        "17,         20,          85, HIGHER_IS_BETTER, 85.00, true",
        "8,          11,          90, HIGHER_IS_BETTER, 72.73, false",
        "99999999999999, 100000000000000, 100, HIGHER_IS_BETTER, 99.99, false",
        "100001,     1000000,     10, LOWER_IS_BETTER,  10.01, false",
        "99999,      1000000,     10, LOWER_IS_BETTER,  10.00, true"
    })
    void roundingNeverReachesAMissedTarget(
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal target,
            Direction direction,
            String shown,
            boolean met) {
        var ratio = new Ratio(numerator, denominator, Unit.PERCENT);
        assertThat(ratio.meets(target, direction)).isEqualTo(met);
        assertThat(ratio.rounded(2, target, direction).orElseThrow()).hasToString(shown);
        var ten = ratio.rounded(10, target, direction).orElseThrow();
        assertThat(new Ratio(ten, BigDecimal.ONE, Unit.STARS).meets(target, direction))
                .isEqualTo(met);
    }

    @Test
    void nothingToDivideByIsNoNumber() {
        assertThat(new Ratio(BigDecimal.ONE, BigDecimal.ZERO, Unit.PERCENT).rounded(2)).isEmpty();
    }

    @Test
    void summaryReads() {
        var text =
                KpiSummaryText.of(
                        "平台组",
                        List.of(
                                value("T1", "CREATED", "89.9999999999", "90", KpiStatus.MISSED, 20),
                                value("T3", "DEFAULT", "5.0000000000", "10", KpiStatus.MET, 20),
                                value("T4", "DEFAULT", null, "4.5", KpiStatus.NA, 0)));
        assertThat(text)
                .isEqualTo(
                        """
                        平台组：2 项指标中 1 项达标
                        问题解决率：89.99 %（目标 ≥ 90 %，未达标，样本 20）
                        重复问题率：5.00 %（目标 ≤ 10 %，达标，样本 20）
                        客户满意度：暂无数据""");
        assertThat(KpiSummaryText.title(Period.of("2026Q4"), true)).isEqualTo("2026年第4季度指标汇总（暂定）");
        assertThat(KpiSummaryText.title(Period.of("2026-10"), false)).isEqualTo("2026年10月指标汇总");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T15:59:59Z, 2026Q3, 2026-09",
        "2026-09-30T16:00:00Z, 2026Q4, 2026-10",
        "2026-12-31T16:00:00Z, 2027Q1, 2027-01"
    })
    void instantsBelongToShanghaiPeriods(Instant instant, String quarter, String month) {
        assertThat(Period.at(Period.Kind.QUARTER, instant)).hasToString(quarter);
        assertThat(Period.at(Period.Kind.MONTH, instant)).hasToString(month);
        assertThat(Period.of(quarter).code()).isEqualTo(quarter);
        assertThat(Period.of(month).quarter()).hasToString(quarter);
    }

    @Test
    void aQuarterEndsWhereTheNextBegins() {
        assertThat(Period.of("2026Q4").end())
                .isEqualTo(Period.of("2027Q1").start())
                .isEqualTo("2026-12-31T16:00:00Z");
        assertThat(Period.of("2026Q4").next().previous()).isEqualTo(Period.of("2026Q4"));
    }

    @ParameterizedTest
    @CsvSource({"all", "team:2", "person:zhang.wei"})
    void scopesKeepTheirText(String text) {
        assertThat(KpiScope.of(text)).hasToString(text);
    }

    private static KpiValue value(
            String metric,
            String basis,
            @Nullable String value,
            String target,
            KpiStatus status,
            long n) {
        return new KpiValue(
                1,
                metric,
                "team:2",
                "2026Q4",
                basis,
                value,
                "0",
                "0",
                n,
                target,
                status,
                true,
                1,
                1,
                OffsetDateTime.MIN,
                true);
    }
}
