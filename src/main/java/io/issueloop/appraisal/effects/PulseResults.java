package io.issueloop.appraisal.effects;

import io.issueloop.kpi.KpiSamples.Sample;
import io.issueloop.kpi.Period;
import io.issueloop.shared.TeamId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What teams said of themselves. Fewer than three answers are never shown, nor can they be
 * calculated from the whole: teams with too few count in it together when they are three or more,
 * else not at all.
 */
@Service
@Transactional(readOnly = true)
public class PulseResults {

    static final int FEWEST = 3;

    private static final String SHOWN =
            """
            with answer as (
                select quarter, team_id, (satisfaction + collaboration + ease) / 3.0 as mean,
                       satisfaction, collaboration, ease,
                       count(*) over (partition by quarter, team_id) >= %1$d as enough
                  from pulse_answer where quarter in (:quarters)
            ), shown as (
                select *, enough or count(*) filter (where not enough) over (partition by quarter) >= %1$d as counts
                  from answer
            )
            """
                    .formatted(FEWEST);

    private final JdbcClient jdbc;

    PulseResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Means from 1 to 5. */
    public record TeamPulse(
            TeamId team,
            long n,
            double mean,
            double satisfaction,
            double collaboration,
            double ease) {}

    /** Teams with enough answers. */
    public List<TeamPulse> teams(Period quarter) {
        return jdbc.sql(
                        SHOWN
                                + """
                                select team_id, count(*) as n, avg(mean) as mean, avg(satisfaction) as satisfaction,
                                       avg(collaboration) as collaboration, avg(ease) as ease
                                  from shown where enough group by team_id order by team_id
                                """)
                .param("quarters", List.of(quarter.code()))
                .query(
                        (row, n) ->
                                new TeamPulse(
                                        TeamId.of(row.getLong("team_id")),
                                        row.getLong("n"),
                                        row.getDouble("mean"),
                                        row.getDouble("satisfaction"),
                                        row.getDouble("collaboration"),
                                        row.getDouble("ease")))
                .list();
    }

    Optional<Sample> sample(List<Period> quarters) {
        return jdbc.sql(
                        SHOWN
                                + """
                                select count(*) as n, coalesce(avg(mean), 0) as mean,
                                       coalesce(var_samp(mean), 0) as variance from shown where counts
                                """)
                .param("quarters", quarters.stream().map(Period::code).toList())
                .query(
                        (row, n) ->
                                new Sample(
                                        row.getLong("n"),
                                        row.getDouble("mean"),
                                        row.getDouble("variance")))
                .optional()
                .filter(sample -> sample.n() >= FEWEST);
    }
}
