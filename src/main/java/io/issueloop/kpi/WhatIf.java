package io.issueloop.kpi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a version of the definitions would have meant for a period that has been computed. */
@Service
@Transactional(readOnly = true)
public class WhatIf {

    private final Definitions definitions;
    private final StoredTallies stored;
    private final Exposures exposures;

    WhatIf(Definitions definitions, StoredTallies stored, Exposures exposures) {
        this.definitions = definitions;
        this.stored = stored;
        this.exposures = exposures;
    }

    /** A value that would have been another, in words such as {@code 84.53 分}. */
    public record Change(String metric, String name, String scope, String before, String after) {}

    /**
     * How many subjects would have met the target, of those that have a value; for SCORE: how many
     * have a score.
     */
    public record Summary(
            String metric, String name, long judged, long metBefore, long metAfter, long changed) {}

    public record Answer(Period period, List<Summary> summaries, List<Change> changes) {}

    public Answer of(int version, Period period) {
        var exposure = exposures.of(period);
        var before = results(definitions.at(period), period, exposure);
        var after = results(definitions.version(version), period, exposure);
        var changes = new ArrayList<Change>();
        var summaries = new ArrayList<Summary>();
        before.forEach(
                (metric, old) -> {
                    var now = after.getOrDefault(metric, Map.of());
                    var name = old.values().iterator().next().kpi().name();
                    var some =
                            old.entrySet().stream()
                                    .filter(entry -> now.containsKey(entry.getKey()))
                                    .map(
                                            entry ->
                                                    new Change(
                                                            metric,
                                                            name,
                                                            entry.getKey(),
                                                            TallyWords.of(entry.getValue()),
                                                            TallyWords.of(now.get(entry.getKey()))))
                                    .filter(change -> !change.before().equals(change.after()))
                                    .toList();
                    changes.addAll(some);
                    summaries.add(
                            new Summary(
                                    metric, name, judged(old), met(old), met(now), some.size()));
                });
        return new Answer(period, summaries, changes);
    }

    /** On the bases that count, by metric and scope. */
    private Map<String, Map<String, Tally>> results(
            DefinitionVersion version, Period period, Map<String, Exposure> exposure) {
        var tallies = stored.of(period, version, exposure);
        var results = new TreeMap<String, Map<String, Tally>>();
        tallies.stream().filter(tally -> tally.kpi().isDefault()).forEach(t -> put(results, t));
        var kpi = version.of(ScoreKpi.SCORE.metric(), ScoreKpi.SCORE.basis());
        PeriodScores.persons(tallies)
                .forEach(
                        (scope, metrics) ->
                                put(
                                        results,
                                        new Score(
                                                        version.cap(),
                                                        exposure.getOrDefault(scope, Exposure.FULL))
                                                .tally(kpi, scope, metrics)));
        return results;
    }

    private static void put(Map<String, Map<String, Tally>> results, Tally tally) {
        results.computeIfAbsent(tally.kpi().metric(), metric -> new HashMap<>())
                .put(tally.scope(), tally);
    }

    private static long judged(Map<String, Tally> tallies) {
        return tallies.values().stream().filter(TallyWords::hasValue).count();
    }

    private static long met(Map<String, Tally> tallies) {
        return tallies.values().stream()
                .filter(
                        tally ->
                                tally.kpi().metric().equals("SCORE")
                                        ? TallyWords.hasValue(tally)
                                        : tally.status() == KpiStatus.MET)
                .count();
    }
}
