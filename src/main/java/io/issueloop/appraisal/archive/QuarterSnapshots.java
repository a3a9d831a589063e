package io.issueloop.appraisal.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.appraisal.Quarter;
import io.issueloop.appraisal.QuarterLocked;
import io.issueloop.kpi.KpiScope;
import io.issueloop.kpi.KpiValue;
import io.issueloop.kpi.Kpis;
import io.issueloop.kpi.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps a quarter as it stands when it is locked, in the transaction that locks it: the quarter's
 * numbers and lines, and those of its months for metrics judged by the month. Names are text.
 */
@Component
class QuarterSnapshots {

    private static final int VALUES_AT_A_TIME = 1_000;

    private static final String LINES =
            """
            insert into quarter_snapshot_line (quarter, revision, place, period, metric, basis, issue_no, team, team_name,
                                               person, person_name, included, reason, numerator, denominator)
            select :quarter, :revision,
                   row_number() over (order by l.period collate "C", l.metric, l.basis, l.issue_no collate "C",
                                      l.person collate "C", l.included desc, l.reason collate "C", l.numerator),
                   l.period, l.metric, l.basis, l.issue_no, coalesce(l.team_id::text, ''), coalesce(t.name, ''),
                   coalesce(l.person, ''), coalesce(m.name, ''), l.included, l.reason,
                   trim_scale(l.numerator)::text, trim_scale(l.denominator)::text
              from kpi_line l
              left join team t using (team_id)
              left join member m on m.user_id = l.person
             where l.period = :quarter or l.period = any(:months) and l.metric = any(:monthly)
            """;

    private static final String VALUES =
            """
            insert into quarter_snapshot_value (quarter, revision, place, period, metric, basis, counts, scope, scope_name,
                                                value, numerator, denominator, n, target, status, details)
            select :quarter, :revision, :place, :period, :metric, :basis, :counts, :scope,
                   coalesce(case when :scope = 'all' then '全部'
                                 when :scope like 'team:%' then (select name from team where team_id = cast(substr(:scope, 6) as bigint))
                                 else (select name from member where user_id = substr(:scope, 8)) end, :scope),
                   :value, :numerator, :denominator, :n, :target, :status,
                   (select details::text from kpi_value where id = :id)
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final Kpis kpis;
    private final SnapshotHeads heads;
    private final ObjectMapper json;

    QuarterSnapshots(
            NamedParameterJdbcTemplate jdbc, Kpis kpis, SnapshotHeads heads, ObjectMapper json) {
        this.jdbc = jdbc;
        this.kpis = kpis;
        this.heads = heads;
        this.json = json;
    }

    @EventListener
    void on(QuarterLocked locked) {
        keep(locked.quarter());
    }

    private void keep(Quarter stand) {
        var quarter = stand.period();
        var params = new HashMap<String, Object>();
        params.put("quarter", quarter.code());
        params.put("revision", stand.revision());
        params.put("head", text(heads.of(stand)));
        jdbc.update(
                "insert into quarter_snapshot (quarter, revision, head) values (:quarter, :revision, :head)",
                params);
        keep(values(quarter), params);
        params.put("months", months(quarter).stream().map(Period::code).toArray(String[]::new));
        params.put("monthly", monthly(quarter).toArray(String[]::new));
        jdbc.update(LINES, params);
    }

    private void keep(List<KpiValue> values, Map<String, Object> params) {
        for (int from = 0; from < values.size(); from += VALUES_AT_A_TIME) {
            int to = Math.min(values.size(), from + VALUES_AT_A_TIME);
            jdbc.batchUpdate(
                    VALUES,
                    IntStream.range(from, to)
                            .mapToObj(i -> row(values.get(i), i + 1).addValues(params))
                            .toArray(MapSqlParameterSource[]::new));
        }
    }

    private List<KpiValue> values(Period quarter) {
        var monthly = monthly(quarter);
        var values = new ArrayList<KpiValue>();
        for (var month : months(quarter)) {
            kpis.find(month).stream()
                    .filter(value -> monthly.contains(value.metric()))
                    .forEach(values::add);
        }
        values.addAll(kpis.find(quarter));
        return values;
    }

    private List<String> monthly(Period quarter) {
        return kpis.definitions(quarter).stream()
                .filter(kpi -> kpi.judged() == Period.Kind.MONTH)
                .map(kpi -> kpi.metric())
                .distinct()
                .toList();
    }

    private static List<Period> months(Period quarter) {
        var first = Period.at(Period.Kind.MONTH, quarter.start());
        return List.of(first, first.next(), first.next().next());
    }

    private static MapSqlParameterSource row(KpiValue value, int place) {
        return new MapSqlParameterSource()
                .addValue("place", place)
                .addValue("period", value.period())
                .addValue("metric", value.metric())
                .addValue("basis", value.basis())
                .addValue("counts", value.counts())
                .addValue("scope", KpiScope.of(value.scope()).toString())
                .addValue("value", value.value())
                .addValue("numerator", value.numerator())
                .addValue("denominator", value.denominator())
                .addValue("n", value.n())
                .addValue("target", value.target())
                .addValue("status", value.status().name())
                .addValue("id", value.id());
    }

    private String text(SnapshotHead head) {
        try {
            return json.writeValueAsString(head);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
