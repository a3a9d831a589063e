package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.kpi.KpiCorrections.Correction;
import io.issueloop.shared.UserId;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an upheld appeal corrected in a quarter, in the months of it. */
class CorrectedMonthsSqlTest {

    private final TestKpis given = new TestKpis("2026-11-25T01:07");

    @BeforeEach
    void openOverTwoMonths() {
        given.issue("ISS-1")
                .reported("2026-10-29T09:00")
                .assigned("2026-10-29T09:00", "zhangwei", "2026-11-03T09:00")
                .resolved("2026-11-05T09:00");
        given.night();
    }

    @Test
    @DisplayName("更正为计入：季度和最后列出它的月份各计一次，其余月份不变；再算一遍不变")
    void whatCountsDoesSoInOneMonth() {
        assertThat(given.parts("2026-11", "person:zhangwei", "P2")).isEqualTo("0/1");
        corrects("P2", true);
        given.night("2026-11-26T01:07");
        assertThat(given.parts("2026Q4", "person:zhangwei", "P2")).isEqualTo("1/1");
        assertThat(given.parts("2026-11", "person:zhangwei", "P2")).isEqualTo("1/1");
        assertThat(given.parts("2026-10", "person:zhangwei", "P2")).isEqualTo("0/0");
        assertThat(given.recompute("2026-10").isUnchanged()).isTrue();
        assertThat(given.recompute("2026-11").isUnchanged()).isTrue();
    }

    @Test
    @DisplayName("更正为不计入：季度和月份里都不再计")
    void whatIsLeftOutLeavesTheMonthsToo() {
        assertThat(given.parts("2026-11", "person:zhangwei", "P1")).isEqualTo("1/1");
        corrects("P1", false);
        given.night("2026-11-26T01:07");
        assertThat(given.parts("2026Q4", "person:zhangwei", "P1")).startsWith("0/");
        assertThat(given.parts("2026-11", "person:zhangwei", "P1")).startsWith("0/");
        assertThat(given.lines(given.value("2026-11", "person:zhangwei", "P1", "DEFAULT")))
                .singleElement()
                .asString()
                .contains("申诉 APL-1 成立，不计入");
    }

    private void corrects(String metric, boolean counts) {
        var one = counts ? BigDecimal.ONE : BigDecimal.ZERO;
        new KpiCorrections(given.jdbc, given.clock)
                .record(
                        new Correction(
                                "APL-1",
                                Period.of("2026Q4"),
                                metric,
                                UserId.of("zhangwei"),
                                "ISS-1",
                                counts,
                                one,
                                one,
                                "供应商延误",
                                UserId.of("lixue")));
    }
}
