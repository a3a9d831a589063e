package io.issueloop.kpi;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds up a period's lines for all, for every team and for every person, those with nothing in it
 * included: their KPI is N/A, not absent.
 */
@Component
class PeriodTallies {

    private static final String TALLY =
            """
            select metric, basis, %s as scope,
                   sum(numerator) as numerator, sum(denominator) as denominator,
                   count(*) filter (where included) as n,
                   count(*) filter (where part = 'OFFERED') as offered,
                   count(*) filter (where part = 'UNANSWERED') as unanswered,
                   count(*) filter (where part = 'DUPLICATE_REPORT') as duplicates,
                   count(*) filter (where part = 'RECURRENCE') as recurrences,
                   count(*) filter (where part = 'OPEN') as open,
                   avg(extra) filter (where part = 'OPEN') as open_age,
                   percentile_cont(0.5) within group (order by numerator) filter (where included and metric = 'T2') as median,
                   percentile_cont(0.9) within group (order by numerator) filter (where included and metric = 'T2') as p90,
                   count(*) filter (where included and numerator = 1) as stars1,
                   count(*) filter (where included and numerator = 2) as stars2,
                   count(*) filter (where included and numerator = 3) as stars3,
                   count(*) filter (where included and numerator = 4) as stars4,
                   count(*) filter (where included and numerator = 5) as stars5
              from kpi_line
             where period = :period and %s
             group by metric, basis, %s
            """;

    private final JdbcClient jdbc;

    PeriodTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Tally> of(Period period) {
        var tallies = new ArrayList<Tally>();
        tallies.addAll(tally(period, "'all'", "person is null", "()"));
        tallies.addAll(
                tally(
                        period,
                        "'team:' || team_id",
                        "person is null and team_id is not null",
                        "team_id"));
        tallies.addAll(tally(period, "'person:' || person", "person is not null", "person"));
        tallies.addAll(nothingIn(period, tallies));
        return tallies;
    }

    private List<Tally> tally(Period period, String scope, String lines, String group) {
        return jdbc.sql(TALLY.formatted(scope, lines, group))
                .param("period", period.code())
                .query((row, n) -> Tally.of(row))
                .list();
    }

    private List<Tally> nothingIn(Period period, List<Tally> tallies) {
        record Place(KpiDefinition kpi, String scope) {}
        var taken = new HashSet<Place>();
        tallies.forEach(tally -> taken.add(new Place(tally.kpi(), tally.scope())));
        var members =
                jdbc.sql(
                                """
                                select distinct unnest(array['team:' || team_id, 'person:' || user_id]) as scope
                                  from membership
                                 where valid_from < :end and coalesce(valid_to > :start, true)
                                union select 'all'
                                """)
                        .params(
                                Map.of(
                                        "start", period.start().atOffset(ZoneOffset.UTC),
                                        "end", period.end().atOffset(ZoneOffset.UTC)))
                        .query(String.class)
                        .list();
        return members.stream()
                .flatMap(
                        scope ->
                                KpiDefinitions.ALL.stream()
                                        .filter(
                                                kpi ->
                                                        scope.startsWith("person:")
                                                                == (kpi.scope()
                                                                        == KpiScope.Kind.PERSON))
                                        .map(kpi -> new Place(kpi, scope)))
                .filter(place -> !taken.contains(place))
                .map(place -> Tally.empty(place.kpi(), place.scope()))
                .toList();
    }
}
