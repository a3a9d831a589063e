package io.issueloop.kpi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How old the open issues beside a T2 are, in working days. */
@Service
@Transactional(readOnly = true)
public class KpiAges {

    private static final String AGES =
            """
            with v as (
                select v.period, v.definition_version, v.scope, least(v.computed_at, o.ends_at) as as_of
                  from kpi_value v join kpi_owed_period o using (period)
                 where v.id = :id and v.metric = 'T2' and v.basis = 'WORKDAY'
            ), age as (
                select case when l.part = 'STANDING' then l.extra else work_seconds(v.as_of) - l.extra end / 28800 as days
                  from v join kpi_line l on l.period = v.period and l.metric = 'T2' and l.basis = 'WORKDAY'
                                        and l.definition_version = v.definition_version
                 where l.part in ('OPEN', 'STANDING')
                   and (v.scope = 'all' or v.scope = 'team:' || l.team_id)
            )
            select count(*) filter (where days <= 1) as age1,
                   count(*) filter (where days > 1 and days <= 3) as age3,
                   count(*) filter (where days > 3 and days <= 5) as age5,
                   count(*) filter (where days > 5 and days <= 10) as age10,
                   count(*) filter (where days > 10) as age_more
              from age having count(*) > 0
            """;

    private final JdbcClient jdbc;

    KpiAges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many are up to 1, 3, 5, 10 days old, each without the younger ones, and older: age1,
     * age3, age5, age10, ageMore; empty for other values, and where nothing is open.
     */
    public Map<String, String> of(long valueId) {
        return jdbc.sql(AGES)
                .param("id", valueId)
                .query(
                        (row, n) -> {
                            Map<String, String> ages = new LinkedHashMap<>();
                            ages.put("age1", row.getString("age1"));
                            ages.put("age3", row.getString("age3"));
                            ages.put("age5", row.getString("age5"));
                            ages.put("age10", row.getString("age10"));
                            ages.put("ageMore", row.getString("age_more"));
                            return ages;
                        })
                .optional()
                .orElse(Map.of());
    }
}
