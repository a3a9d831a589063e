package io.issueloop.kpi;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a period's lines add up to for all, for every team and for every person, those with nothing
 * in it included: their KPI is N/A, not absent.
 */
@Component
class PeriodTallies {

    private static final String TALLIES =
            """
            select metric, basis, scope, numerator, denominator,
                   case metric when 'P4' then denominator else included end as n, offered, unanswered, duplicates, recurrences,
                   running + standing as open,
                   (running * case basis when 'CALENDAR' then %s else %s end - begun + stood)
                       / nullif(running + standing, 0) as open_age,
                   trim_scale(created) as created, median, p90, stars1, stars2, stars3, stars4, stars5
              from kpi_tally
             where period = :period
            """
                    .formatted(DurationKpis.WALL_CLOCK, DurationKpis.WORK_CLOCK);

    private final JdbcClient jdbc;
    private final Exposures exposures;

    PeriodTallies(JdbcClient jdbc, Exposures exposures) {
        this.jdbc = jdbc;
        this.exposures = exposures;
    }

    /** Everything but the scores. */
    List<Tally> of(PeriodLook look, Map<String, Exposure> exposure) {
        var targets = new Targets(look.period().kind(), exposure);
        var tallies = new ArrayList<>(summed(look, targets));
        tallies.addAll(nothingIn(look.period(), look.version(), targets, tallies));
        return tallies;
    }

    Map<String, Exposure> exposures(Period period) {
        return exposures.of(period);
    }

    private List<Tally> summed(PeriodLook look, Targets targets) {
        return jdbc.sql(TALLIES)
                .params(look.params())
                .query(
                        (row, n) -> {
                            var kpi =
                                    look.version()
                                            .of(row.getString("metric"), row.getString("basis"));
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
