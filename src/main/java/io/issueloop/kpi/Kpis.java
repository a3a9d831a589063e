package io.issueloop.kpi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known about KPIs. Who may see whose number is decided by the caller: personal values are
 * for the person, the lead and the KPI administrators only.
 */
@Service
@Transactional(readOnly = true)
public class Kpis {

    private static final String ORDER = " order by metric, basis, scope, period";

    private final JdbcClient jdbc;
    private final DefinitionStore definitions;

    Kpis(JdbcClient jdbc, DefinitionStore definitions) {
        this.jdbc = jdbc;
        this.definitions = definitions;
    }

    /** Every definition as it is in force in a period, in reading order. */
    public List<KpiDefinition> definitions(Period period) {
        return definitions.at(period).definitions();
    }

    /** All values of a period, persons' included. */
    public List<KpiValue> find(Period period) {
        return select("period = :period", Map.of("period", period.code()));
    }

    /** All values of a scope in a period. */
    public List<KpiValue> find(Period period, KpiScope scope) {
        return select(
                "period = :period and scope = :scope",
                Map.of("period", period.code(), "scope", scope.toString()));
    }

    /** A metric in a period on all its bases, for every scope that has it. */
    public List<KpiValue> find(Period period, String metric) {
        return select(
                "period = :period and metric = :metric",
                Map.of("period", period.code(), "metric", metric));
    }

    /** One metric of one scope in one period, on all its bases. */
    public List<KpiValue> find(Period period, KpiScope scope, String metric) {
        return find(period, scope).stream().filter(value -> value.metric().equals(metric)).toList();
    }

    /** One value by its id. */
    public Optional<KpiValue> find(long id) {
        return select("id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** The last periods of one metric and basis up to {@code last}, oldest first. */
    public List<KpiValue> trend(
            KpiScope scope, String metric, String basis, Period last, int periods) {
        var first = last;
        for (int i = 1; i < periods; i++) {
            first = first.previous();
        }
        // codes of one kind sort as the periods do
        return select(
                "scope = :scope and metric = :metric and basis = :basis and length(period) = :length"
                        + " and period between :first and :last",
                Map.of(
                        "scope", scope.toString(),
                        "metric", metric,
                        "basis", basis,
                        "length", last.code().length(),
                        "first", first.code(),
                        "last", last.code()));
    }

    /** Every period that has been computed, newest first. */
    public List<Period> periods() {
        return jdbc
                .sql(
                        "select period from kpi_owed_period where computed_at is not null order by ends_at desc, starts_at")
                .query(String.class)
                .list()
                .stream()
                .map(Period::of)
                .toList();
    }

    /** Every issue in or out of a value and why, those in it first; empty for an unknown id. */
    public List<KpiLine> lines(long id) {
        return jdbc.sql(
                        """
                        select l.* from kpi_value v
                          join kpi_line l using (period, metric, basis, definition_version)
                         where v.id = :id
                           and case when v.scope = 'all' then l.person is null
                                    when v.scope like 'team:%' then l.person is null and l.team_id = cast(substr(v.scope, 6) as bigint)
                                    else l.person = substr(v.scope, 8) end
                         order by l.included desc, l.issue_no
                        """)
                .param("id", id)
                .query(KpiRows::line)
                .list();
    }

    /**
     * What stands beside a value, decimals as texts. T2: median, p90, openAge (in its unit), open;
     * T3: duplicateReports, recurrences; T4: resolutions, responseRate (percent), stars1 … stars5.
     */
    public Map<String, String> details(long id) {
        return jdbc.sql("select details from kpi_value where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(Json::texts)
                .orElse(Map.of());
    }

    private List<KpiValue> select(String where, Map<String, Object> params) {
        return jdbc.sql("select * from kpi_value where " + where + ORDER)
                .params(params)
                .query(KpiRows::value)
                .list();
    }
}
