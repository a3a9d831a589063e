package io.issueloop.kpi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what a period's lines add up to: some issues' lines are taken off before they change and
 * added again afterwards, so that a change costs what changed. Sums are exact, so the order of
 * changes makes no difference (kpi.md §5).
 */
@Component
class LineSums {

    private final JdbcClient jdbc;

    LineSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void clear(Period period) {
        jdbc.sql("delete from kpi_tally where period = ?").param(period.code()).update();
    }

    /** After {@link #clear}, when all lines are written. */
    void addAll(Period period) {
        addUp(period, 1, null, null);
        settle(period);
    }

    /** Before the lines of these issues are deleted. */
    void takeOff(Period period, String[] issues) {
        addUp(period, -1, issues, null);
    }

    /** After they are written again; sums nothing stands behind go, medians are read again. */
    void add(Period period, String[] issues) {
        addUp(period, 1, issues, null);
        settle(period);
    }

    /** Adds up some metrics anew: those of persons, whose lines do not come from issues. */
    void replace(Period period, List<String> metrics) {
        var chosen = metrics.toArray(String[]::new);
        jdbc.sql("delete from kpi_tally where period = :period and metric = any(:metrics)")
                .param("period", period.code())
                .param("metrics", chosen)
                .update();
        addUp(period, 1, null, chosen);
    }

    private void addUp(
            Period period, int sign, String @Nullable [] issues, String @Nullable [] metrics) {
        jdbc.sql(
                        "select kpi_add_up(:period, :sign, cast(:only as text[]), cast(:metrics as text[]))")
                .param("period", period.code())
                .param("sign", sign)
                .param("only", issues)
                .param("metrics", metrics)
                .query()
                .listOfRows();
    }

    private void settle(Period period) {
        jdbc.sql("select kpi_settle(?)").param(period.code()).query().listOfRows();
    }
}
