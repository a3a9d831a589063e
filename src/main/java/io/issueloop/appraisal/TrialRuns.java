package io.issueloop.appraisal;

import io.issueloop.kpi.KpiRecomputation;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Trial runs of a quarter: everything computed again, and what that changed since the last time.
 */
@Component
class TrialRuns {

    private static final int MOST = 2_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final KpiRecomputation recomputation;
    private final Clock clock;

    TrialRuns(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            KpiRecomputation recomputation,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.recomputation = recomputation;
        this.clock = clock;
    }

    /** Part of the caller's transaction. */
    void run(Period quarter, UserId actor) {
        var report = recomputation.recompute(quarter);
        var run =
                jdbc.sql(
                                """
                                insert into quarter_run (quarter, actor, at, fingerprint, changed_values, changed_lines)
                                values (?, ?, ?, ?, ?, ?) returning id
                                """)
                        .params(
                                quarter.code(),
                                actor.value(),
                                clock.instant().atOffset(ZoneOffset.UTC),
                                report.fingerprint(),
                                report.values().size(),
                                report.lines().size())
                        .query(Long.class)
                        .single();
        keep(run, report);
    }

    /** The newest first. */
    List<QuarterRun> of(Period quarter) {
        return jdbc.sql("select * from quarter_run where quarter = ? order by id desc limit 20")
                .param(quarter.code())
                .query((row, n) -> run(row))
                .list();
    }

    /** What a run changed, values first. */
    List<QuarterRun.Change> changes(long run) {
        return jdbc.sql(
                        """
                        select metric, basis, scope, issue_no, before, after from quarter_run_change
                         where run_id = ? order by issue_no <> '', metric, basis, scope, issue_no
                        """)
                .param(run)
                .query(QuarterRun.Change.class)
                .list();
    }

    private void keep(long run, KpiRecomputation.Report report) {
        var rows = new java.util.ArrayList<MapSqlParameterSource>();
        report.values().stream()
                .limit(MOST)
                .map(
                        one ->
                                row(run, one.metric(), one.basis(), one.scope())
                                        .addValue("issue", "")
                                        .addValue("before", one.before())
                                        .addValue("after", one.after()))
                .forEach(rows::add);
        report.lines().stream()
                .limit(MOST)
                .map(
                        one ->
                                row(run, one.metric(), one.basis(), scope(one))
                                        .addValue("issue", one.issueNo())
                                        .addValue("before", one.before())
                                        .addValue("after", one.after()))
                .forEach(rows::add);
        batch.batchUpdate(
                """
                insert into quarter_run_change (run_id, metric, basis, scope, issue_no, before, after)
                values (:run, :metric, :basis, :scope, :issue, :before, :after)
                """,
                rows.toArray(MapSqlParameterSource[]::new));
    }

    private static String scope(KpiRecomputation.ChangedLine line) {
        return line.person().isEmpty() ? "" : "person:" + line.person();
    }

    private static MapSqlParameterSource row(long run, String metric, String basis, String scope) {
        return new MapSqlParameterSource()
                .addValue("run", run)
                .addValue("metric", metric)
                .addValue("basis", basis)
                .addValue("scope", scope);
    }

    private static QuarterRun run(ResultSet row) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new QuarterRun(
                row.getLong("id"),
                UserId.of(row.getString("actor")),
                at,
                row.getString("fingerprint"),
                row.getInt("changed_values"),
                row.getInt("changed_lines"));
    }
}
