package io.issueloop.kpi;

import io.issueloop.shared.Zones;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Rows of the result tables as the records the world sees. */
final class KpiRows {

    private static final int DECIMALS = 10;

    private KpiRows() {}

    static KpiValue value(ResultSet row, int n) throws SQLException {
        var kpi = KpiDefinitions.of(row.getString("metric"), row.getString("basis"));
        var ratio = ratio(row, kpi);
        var target = row.getBigDecimal("target");
        var value =
                target == null
                        ? ratio.rounded(DECIMALS)
                        : ratio.rounded(DECIMALS, target, kpi.direction());
        return new KpiValue(
                row.getLong("id"),
                kpi.metric(),
                row.getString("scope"),
                row.getString("period"),
                kpi.basis(),
                value.map(KpiRows::text).orElse(null),
                text(shown(ratio.numerator(), kpi.unit())),
                text(ratio.denominator()),
                row.getLong("n"),
                target == null ? null : text(target),
                KpiStatus.valueOf(row.getString("status")),
                row.getBoolean("provisional"),
                row.getInt("definition_version"),
                row.getInt("calendar_version"),
                row.getObject("computed_at", OffsetDateTime.class)
                        .withOffsetSameInstant(Zones.REPORTING_OFFSET),
                row.getBoolean("counts"));
    }

    static KpiLine line(ResultSet row, int n) throws SQLException {
        var kpi = KpiDefinitions.of(row.getString("metric"), row.getString("basis"));
        var ratio = ratio(row, kpi);
        return new KpiLine(
                row.getString("issue_no"),
                row.getBoolean("included"),
                row.getString("reason"),
                text(shown(ratio.numerator(), kpi.unit())),
                text(ratio.denominator()));
    }

    /** Without trailing zeros. */
    static String plain(String decimal) {
        return new BigDecimal(decimal).stripTrailingZeros().toPlainString();
    }

    private static Ratio ratio(ResultSet row, KpiDefinition kpi) throws SQLException {
        return new Ratio(
                row.getBigDecimal("numerator"), row.getBigDecimal("denominator"), kpi.unit());
    }

    private static BigDecimal shown(BigDecimal numerator, Unit unit) {
        return numerator.divide(unit.shown(), DECIMALS, RoundingMode.HALF_UP);
    }

    private static String text(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
