package io.issueloop.kpi;

import io.issueloop.kpi.KpiSamples.Sample;
import io.issueloop.shared.TeamId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** As {@link KpiSamples}, team by team; teams with nothing in it are left out (kpi.md §7). */
@Service
@Transactional(readOnly = true)
public class TeamSamples {

    private final JdbcClient jdbc;

    TeamSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** T2 in working days, issue by issue. */
    public Map<TeamId, Sample> resolutionDays(List<Period> quarters) {
        return samples(
                """
                select team_id, count(*) as n, avg(days) as mean, coalesce(var_samp(days), 0) as variance
                  from (select team_id, (numerator / 28800)::float8 as days from kpi_line
                         where period in (:periods) and metric = 'T2' and basis = 'WORKDAY'
                           and included and person is null and denominator > 0 and team_id is not null) line
                 group by team_id
                """,
                quarters);
    }

    /** T3 as a share of what was submitted. */
    public Map<TeamId, Sample> repeatedShare(List<Period> quarters) {
        return samples(
                """
                select team_id, n, share as mean, share * (1 - share) as variance
                  from (select substr(scope, 6)::bigint as team_id, sum(denominator)::bigint as n,
                               (sum(numerator) / sum(denominator))::float8 as share
                          from kpi_value where period in (:periods) and metric = 'T3' and scope like 'team:%' and counts
                         group by scope having sum(denominator) > 0) t
                """,
                quarters);
    }

    private Map<TeamId, Sample> samples(String sql, List<Period> quarters) {
        var samples = new TreeMap<TeamId, Sample>(Comparator.comparing(TeamId::value));
        jdbc.sql(sql)
                .param("periods", quarters.stream().map(Period::code).toList())
                .query(
                        row -> {
                            samples.put(
                                    TeamId.of(row.getLong("team_id")),
                                    new Sample(
                                            row.getLong("n"),
                                            row.getDouble("mean"),
                                            row.getDouble("variance")));
                        });
        return samples;
    }
}
