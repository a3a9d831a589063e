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
                   count(*) filter (where included and metric <> 'P4')
                       + coalesce(sum(denominator) filter (where metric = 'P4'), 0) as n,
                   count(*) filter (where part = 'OFFERED') as offered,
                   count(*) filter (where part = 'UNANSWERED') as unanswered,
                   count(*) filter (where part = 'DUPLICATE_REPORT') as duplicates,
                   count(*) filter (where part = 'RECURRENCE') as recurrences,
                   count(*) filter (where part = 'OPEN') as open,
                   avg(extra) filter (where part = 'OPEN') as open_age,
                   trim_scale(coalesce(sum(extra) filter (where metric = 'P3'), 0)) as created,
                   percentile_cont(0.5) within group (order by numerator) filter (where included and metric = 'T2') as median,
                   percentile_cont(0.9) within group (order by numerator) filter (where included and metric = 'T2') as p90,
                   count(*) filter (where included and numerator = 1) as stars1,
                   count(*) filter (where included and numerator = 2) as stars2,
                   count(*) filter (where included and numerator = 3) as stars3,
                   count(*) filter (where included and numerator = 4) as stars4,
                   count(*) filter (where included and numerator = 5) as stars5
              from kpi_line
             where period = :period and metric <> 'SCORE' and %s
             group by metric, basis, %s
            """;

    private final JdbcClient jdbc;
    private final Exposures exposures;

    PeriodTallies(JdbcClient jdbc, Exposures exposures) {
        this.jdbc = jdbc;
        this.exposures = exposures;
    }

    /** Everything but the scores. */
    List<Tally> of(Period period, DefinitionVersion version, Map<String, Exposure> exposure) {
        var targets = new Targets(period.kind(), exposure);
        var tallies = new ArrayList<Tally>();
        tallies.addAll(tally(period, version, targets, new Group("'all'", "person is null", "()")));
        tallies.addAll(
                tally(
                        period,
                        version,
                        targets,
                        new Group(
                                "'team:' || team_id",
                                "person is null and team_id is not null",
                                "team_id")));
        tallies.addAll(
                tally(
                        period,
                        version,
                        targets,
                        new Group("'person:' || person", "person is not null", "person")));
        tallies.addAll(nothingIn(period, version, targets, tallies));
        return tallies;
    }

    Map<String, Exposure> exposures(Period period) {
        return exposures.of(period);
    }

    private record Group(String scope, String lines, String by) {}

    private List<Tally> tally(
            Period period, DefinitionVersion version, Targets targets, Group group) {
        return jdbc.sql(TALLY.formatted(group.scope(), group.lines(), group.by()))
                .param("period", period.code())
                .query(
                        (row, n) -> {
                            var kpi = version.of(row.getString("metric"), row.getString("basis"));
                            return TallyRows.tally(
                                    kpi, targets.of(kpi, row.getString("scope")), row);
                        })
                .list();
    }

    private List<Tally> nothingIn(
            Period period, DefinitionVersion version, Targets targets, List<Tally> tallies) {
        record Place(String metric, String basis, String scope) {}
        var taken = new HashSet<Place>();
        tallies.forEach(
                tally ->
                        taken.add(
                                new Place(
                                        tally.kpi().metric(), tally.kpi().basis(), tally.scope())));
        var definitions = version.definitions().stream().filter(kpi -> !isScore(kpi)).toList();
        return scopes(period).stream()
                .flatMap(
                        scope ->
                                definitions.stream()
                                        .filter(kpi -> isFor(kpi, scope))
                                        .filter(
                                                kpi ->
                                                        !taken.contains(
                                                                new Place(
                                                                        kpi.metric(),
                                                                        kpi.basis(),
                                                                        scope)))
                                        .map(
                                                kpi ->
                                                        Tally.empty(
                                                                kpi,
                                                                scope,
                                                                targets.of(kpi, scope))))
                .toList();
    }

    private static boolean isScore(KpiDefinition kpi) {
        return kpi.metric().equals(ScoreKpi.SCORE.metric());
    }

    private static boolean isFor(KpiDefinition kpi, String scope) {
        return scope.startsWith("person:") == (kpi.scope() == KpiScope.Kind.PERSON);
    }

    private List<String> scopes(Period period) {
        return jdbc.sql(
                        """
                        select distinct unnest(array['team:' || team_id, 'person:' || person]) as scope
                          from kpi_membership where from_at < :end and to_at > :start
                        union select 'all'
                        """)
                .params(
                        Map.of(
                                "start", period.start().atOffset(ZoneOffset.UTC),
                                "end", period.end().atOffset(ZoneOffset.UTC)))
                .query(String.class)
                .list();
    }
}
