package io.issueloop.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The KPI smart table people look at in WeCom: document KPI 统计, sheets 团队 and 个人, columns 周期, 对象,
 * 指标, 数值, 目标, 状态, 样本数 (design.md §3).
 */
public interface KpiTable {

    /** The two sheets; the label is the sheet's name. */
    enum Sheet {
        TEAM("团队"),
        PERSON("个人");

        private final String label;

        Sheet(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Makes the table show these rows; a row that is there already is changed, never added twice.
     * Remote: may take seconds and throws when it did not work; repeating it is harmless.
     */
    void write(List<Row> rows);

    /**
     * One team or person, one period, one metric.
     *
     * @param key identity of the row for ever, such as {@code T1/2026Q3/team:2}: names and labels
     *     may change, this does not; kept by the implementation beside WeCom's record id
     * @param period 周期 as people say it, e.g. 2026年第3季度
     * @param subject 对象: the team's or person's name
     * @param metric 指标, e.g. 问题解决率
     * @param value 数值, with two decimals; empty for N/A
     * @param target 目标; empty where the metric has none
     * @param status 状态: 达标 / 未达标 / 样本不足 / N/A
     * @param sampleSize 样本数
     */
    record Row(
            Sheet sheet,
            String key,
            String period,
            String subject,
            String metric,
            Optional<BigDecimal> value,
            Optional<BigDecimal> target,
            String status,
            long sampleSize) {}
}
