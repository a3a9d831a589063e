package io.issueloop.kpi;

import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What KPI administrators look after: computations, overrides and exports, the newest first. */
@Service
@Transactional(readOnly = true)
public class KpiRuns {

    private final JdbcClient jdbc;

    KpiRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a period stands; times are Asia/Shanghai.
     *
     * @param computedAt null while it is owed for the first time
     * @param definitions version of the definitions it was computed with; null as above
     */
    public record Run(
            Period period,
            OffsetDateTime cutOff,
            boolean owed,
            boolean isFinal,
            @Nullable OffsetDateTime computedAt,
            @Nullable Integer definitions,
            long values) {}

    /** A number somebody signed beside the computed one. */
    public record Signed(
            String metric,
            Period period,
            KpiScope scope,
            String value,
            String reason,
            UserId by,
            OffsetDateTime at) {}

    /** Numbers somebody took away. */
    public record Export(String caller, String what, int rows, OffsetDateTime at) {}

    public List<Run> runs(int count) {
        return jdbc.sql(
                        """
                        select o.period, o.cut_off, o.owed, o.final, o.computed_at,
                               max(v.definition_version) as definitions, count(v.id) as amount
                          from kpi_owed_period o left join kpi_value v using (period)
                         group by o.period order by o.ends_at desc, o.starts_at limit ?
                        """)
                .param(count)
                .query(
                        (row, n) ->
                                new Run(
                                        Period.of(row.getString("period")),
                                        local(row, "cut_off"),
                                        row.getBoolean("owed"),
                                        row.getBoolean("final"),
                                        row.getObject("computed_at") == null
                                                ? null
                                                : local(row, "computed_at"),
                                        (Integer) row.getObject("definitions"),
                                        row.getLong("amount")))
                .list();
    }

    public List<Signed> overrides(int count) {
        return jdbc.sql(
                        "select *, trim_scale(value) as plain from kpi_override order by id desc limit ?")
                .param(count)
                .query(
                        (row, n) ->
                                new Signed(
                                        row.getString("metric"),
                                        Period.of(row.getString("period")),
                                        KpiScope.of(row.getString("scope")),
                                        row.getBigDecimal("plain").toPlainString(),
                                        row.getString("reason"),
                                        UserId.of(row.getString("actor")),
                                        local(row, "at")))
                .list();
    }

    public List<Export> exports(int count) {
        return jdbc.sql("select * from kpi_export_log order by id desc limit ?")
                .param(count)
                .query(
                        (row, n) ->
                                new Export(
                                        row.getString("caller"),
                                        row.getString("what"),
                                        row.getInt("rows"),
                                        local(row, "at")))
                .list();
    }

    private static OffsetDateTime local(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(Zones.REPORTING_OFFSET);
    }
}
