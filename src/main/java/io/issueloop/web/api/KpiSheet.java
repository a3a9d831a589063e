package io.issueloop.web.api;

import io.issueloop.kpi.KpiDisplay;
import io.issueloop.kpi.KpiValue;
import io.issueloop.kpi.Period;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the dashboard shows of one scope in one period. */
@Schema(description = "一个对象在一个周期的各项指标")
record KpiSheet(
        PeriodView period,
        @Schema(description = "锁定的修订；未锁定为 null") @Nullable Integer lockedRevision,
        @Schema(description = "已计算的周期，最近的在前") List<PeriodView> periods,
        String scope,
        List<Tile> tiles) {

    @Schema(description = "周期")
    record PeriodView(
            String code, String label, @Schema(description = "MONTH 或 QUARTER") String kind) {

        static PeriodView of(Period period) {
            return new PeriodView(period.code(), period.label(), period.kind().name());
        }
    }

    /**
     * One KPI: its number as people read it, where the number comes from, and how it went.
     *
     * @param value null while the period has not been computed
     * @param others the same KPI on its other bases, for information
     */
    @Schema(description = "一项指标")
    record Tile(
            String metric,
            String name,
            @Schema(description = "口径：公式的文字说明") String formula,
            @Schema(description = "数据来源") String source,
            @Schema(description = "考核周期：MONTH 或 QUARTER") String judged,
            String direction,
            @Nullable KpiValue value,
            @Nullable KpiDisplay display,
            @Schema(description = "为什么没有数值或样本不足；否则为空") String why,
            Map<String, String> details,
            List<Point> trend,
            List<Other> others) {}

    @Schema(description = "趋势中的一点")
    record Point(
            String period,
            String label,
            @Nullable String value,
            @Nullable String shown,
            String status) {}

    @Schema(description = "其他口径，供参考")
    record Other(String basis, String formula, KpiDisplay display) {}
}
