package io.issueloop.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of sums as tallies, with what is shown beside each value. */
final class TallyRows {

    private static final int ANSWERS_NEEDED = 5;

    private TallyRows() {}

    static Tally tally(KpiDefinition kpi, Optional<BigDecimal> target, ResultSet row)
            throws SQLException {
        long n = row.getLong("n");
        // a count is divided by one as soon as there was anything to count
        var denominator =
                kpi.unit() == Unit.COUNT
                        ? BigDecimal.valueOf(row.getLong("offered") > 0 || n > 0 ? 1 : 0)
                        : row.getBigDecimal("denominator");
        return new Tally(
                kpi,
                row.getString("scope"),
                row.getBigDecimal("numerator"),
                kpi.unit() == Unit.ARTICLES ? BigDecimal.ONE : denominator,
                n,
                target,
                !kpi.metric().equals("T4") || n == 0 || sufficient(n, row.getLong("unanswered")),
                details(kpi, row));
    }

    /** At least five answers, and one in five (kpi.md §3 T4). */
    private static boolean sufficient(long answers, long unanswered) {
        return answers >= ANSWERS_NEEDED && answers * 5 >= answers + unanswered;
    }

    private static Map<String, String> details(KpiDefinition kpi, ResultSet row)
            throws SQLException {
        var details = new TreeMap<String, String>();
        switch (kpi.metric()) {
            case "T2" -> {
                put(details, "median", days(kpi, row.getBigDecimal("median")));
                put(details, "p90", days(kpi, row.getBigDecimal("p90")));
                put(details, "open", row.getString("open"));
                put(details, "openAge", days(kpi, row.getBigDecimal("open_age")));
            }
            case "T3" -> {
                put(details, "duplicateReports", row.getString("duplicates"));
                put(details, "recurrences", row.getString("recurrences"));
            }
            case "T4" -> answers(details, row);
            case "P3" -> put(details, "created", row.getString("created"));
            default -> {
                // nothing beside it
            }
        }
        return details;
    }

    private static void answers(Map<String, String> details, ResultSet row) throws SQLException {
        long answers = row.getLong("n");
        long asked = answers + row.getLong("unanswered");
        put(details, "resolutions", Long.toString(asked));
        put(details, "responseRate", percent(answers, asked));
        for (int stars = 1; stars <= 5; stars++) {
            put(details, "stars" + stars, row.getString("stars" + stars));
        }
    }

    private static void put(Map<String, String> details, String name, @Nullable String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    private static @Nullable String days(KpiDefinition kpi, @Nullable BigDecimal seconds) {
        return seconds == null
                ? null
                : seconds.divide(kpi.unit().divisor(), 10, RoundingMode.HALF_UP).toPlainString();
    }

    private static @Nullable String percent(long part, long whole) {
        return new Ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), Unit.PERCENT)
                .rounded(10)
                .map(BigDecimal::toPlainString)
                .orElse(null);
    }
}
