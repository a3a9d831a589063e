package io.issueloop.bench;

import io.issueloop.standalone.DatabaseConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same lines and values as the product's, by one script of SQL as somebody would type it: the
 * statements the product keeps in {@code kpi_statement}, then one sum over the lines for everybody.
 * Without scores, targets, statuses and what else the product adds.
 */
final class HandWritten {

    private static final List<String> OF_PEOPLE = List.of("P3", "P4", "P5");

    private static final String SUM =
            """
            insert into hand_value
            select '%1$s', metric, basis, %2$s, sum(numerator), sum(denominator), count(*) filter (where included),
                   percentile_cont(0.5) within group (order by numerator) filter (where included and metric = 'T2'),
                   percentile_cont(0.9) within group (order by numerator) filter (where included and metric = 'T2')
              from hand_line where period = '%1$s' and %3$s group by metric, basis, %4$s;
            """;

    private static final String DIFFERENCES =
            """
            with ours as (select period, metric, basis, scope, trim_scale(numerator) as numerator,
                                 case when metric in ('P1', 'P3') then 0 else trim_scale(denominator) end as denominator, n
                            from kpi_value
                           where metric <> 'SCORE' and (n > 0 or numerator > 0 or metric not in ('P1', 'P3') and denominator > 0)),
                 theirs as (select period, metric, basis, scope, trim_scale(numerator),
                                   case when metric in ('P1', 'P3') then 0 else trim_scale(denominator) end,
                                   case when metric = 'P4' then denominator else n end
                              from hand_value where n > 0 or denominator > 0 or numerator > 0)
            select (select count(*) from (select * from ours except select * from theirs) x)
                 + (select count(*) from (select * from theirs except select * from ours) x)
            """;

    private final DatabaseConnection database;

    HandWritten(DatabaseConnection database) {
        this.database = database;
    }

    /** Seconds for every period the product has computed. */
    double rebuild() throws SQLException {
        try (var connection = database.open()) {
            var script = script(connection);
            run(connection, "drop table if exists hand_line, hand_value");
            run(connection, "create table hand_line (like kpi_line including indexes)");
            run(
                    connection,
                    "create table hand_value (period text, metric text, basis text, scope text, numerator numeric,"
                            + " denominator numeric, n bigint, median double precision, p90 double precision,"
                            + " primary key (period, metric, basis, scope))");
            var begin = System.nanoTime();
            connection.setAutoCommit(false);
            for (var statement : script) {
                run(connection, statement);
            }
            connection.commit();
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** How many values are other than the product's. */
    long differences() throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery(DIFFERENCES)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> script(Connection connection) throws SQLException {
        var script = new ArrayList<String>();
        script.add("set local work_mem = '64MB'; set local client_min_messages = warning");
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select period, to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY\"Q\"Q') as quarter, starts_at, ends_at, cut_off, least(ends_at, computed_at) as as_of"
                                        + " from kpi_owed_period order by ends_at, starts_at desc")) {
            while (row.next()) {
                var values = new LinkedHashMap<String, String>();
                var period = row.getString("period");
                values.put(":previousCutOff", "null");
                values.put(":period", quoted(period));
                values.put(":quarter", quoted(row.getString("quarter")));
                values.put(":start", quoted(row.getString("starts_at")) + "::timestamptz");
                values.put(":end", quoted(row.getString("ends_at")) + "::timestamptz");
                values.put(":cutOff", quoted(row.getString("cut_off")) + "::timestamptz");
                values.put(
                        ":asOf",
                        "date_trunc('second', "
                                + quoted(row.getString("as_of"))
                                + "::timestamptz)");
                values.put(":kind", quoted(period.contains("Q") ? "quarter" : "month"));
                values.put(":version", "1");
                period(connection, period, values).forEach(script::add);
            }
        }
        return script;
    }

    private static List<String> period(
            Connection connection, String period, Map<String, String> values) throws SQLException {
        var parts = new ArrayList<String>();
        parts.add(
                filled(
                        "select kpi_prepare(array[:period, :quarter], :kind, :start, :end, :cutOff, :asOf, null)",
                        values));
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select metric, basis, sql from kpi_statement where sql <> '' order by metric, basis")) {
            while (row.next()) {
                var metric = row.getString("metric");
                var sql =
                        "insert into hand_line (period, metric, basis, definition_version, issue_no, team_id, person,"
                                + " included, reason, numerator, denominator, part, extra)"
                                + " select :period, %s, %s, :version, issue_no, team_id, person, included, reason,"
                                        .formatted(quoted(metric), quoted(row.getString("basis")))
                                + " numerator, denominator, part, extra from ("
                                + row.getString("sql")
                                + ") line";
                parts.add(
                        filled(
                                (OF_PEOPLE.contains(metric)
                                                ? "set local enable_nestloop = on; "
                                                : "")
                                        + sql,
                                values));
            }
        }
        parts.add("set local enable_nestloop = on");
        parts.add(SUM.formatted(period, "'all'", "person is null", "()"));
        parts.add(
                SUM.formatted(
                        period,
                        "'team:' || team_id",
                        "person is null and team_id is not null",
                        "team_id"));
        parts.add(SUM.formatted(period, "'person:' || person", "person is not null", "person"));
        return parts;
    }

    private static String filled(String sql, Map<String, String> values) {
        var text = sql;
        for (var value : values.entrySet()) {
            text =
                    text.replaceAll(
                            value.getKey() + "\\b",
                            java.util.regex.Matcher.quoteReplacement(value.getValue()));
        }
        return text;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
