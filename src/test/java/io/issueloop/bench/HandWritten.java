package io.issueloop.bench;

import io.issueloop.standalone.DatabaseConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The same lines and sums as the product's, by scripts somebody wrote from the definitions alone,
 * as for psql: they share nothing with the product's computation, whose values they must meet, but
 * facts and calendar. Without scores, targets, statuses, ages and what else the product adds; its
 * sums of issues that no team had yet have no scope and are in no value.
 */
final class HandWritten {

    private static final List<String> PARTS = List.of("facts", "issues", "values");

    /** P4 is a sum of thirds, which either side cuts somewhere beyond the twelfth decimal. */
    private static final String DIFFERENCES =
            """
            with ours as (select v.period, v.metric, v.basis, v.scope,
                                 case when v.metric = 'P4' then round(v.numerator, 12) else trim_scale(v.numerator) end,
                                 case when v.metric in ('P1', 'P3') then 0 else trim_scale(v.denominator) end, n,
                                 t.median, t.p90
                            from kpi_value v
                            join kpi_tally t using (period, metric, basis, scope)
                           where n > 0 or v.numerator <> 0 or v.metric not in ('P1', 'P3') and v.denominator > 0),
                 theirs as (select period, metric, basis, scope,
                                   case when metric = 'P4' then round(numerator, 12) else trim_scale(numerator) end,
                                   trim_scale(denominator), n,
                                   median, p90
                              from by_hand.value left join by_hand.spread using (period, metric, basis, scope)
                             where scope is not null and (n > 0 or numerator <> 0 or denominator > 0))
            select 'product ' || x from (select * from ours except select * from theirs) x
            union all
            select 'by hand ' || x from (select * from theirs except select * from ours) x
             order by 1 limit 50
            """;

    private final DatabaseConnection database;

    HandWritten(DatabaseConnection database) {
        this.database = database;
    }

    /** Seconds for every period the product has computed. */
    double rebuild() throws SQLException {
        try (var connection = database.open()) {
            run(connection, "drop schema if exists by_hand cascade");
            run(connection, "set client_min_messages = warning");
            double seconds = 0;
            for (var part : PARTS) {
                var begin = System.nanoTime();
                run(connection, Histories.text("by-hand-" + part + ".sql"));
                var took = (System.nanoTime() - begin) / 1e9;
                System.out.printf("  by hand, %s: %.1f s%n", part, took);
                seconds += took;
            }
            return seconds;
        }
    }

    /** The values that are other than the product's, each as both have it; fifty at most. */
    List<String> differences() throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(DIFFERENCES)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** How many values were compared. */
    long values() throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from by_hand.value")) {
            row.next();
            return row.getLong(1);
        }
    }

    void forget() throws SQLException {
        try (var connection = database.open()) {
            run(connection, "drop schema by_hand cascade");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
