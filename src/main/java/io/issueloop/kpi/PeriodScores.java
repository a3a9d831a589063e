package io.issueloop.kpi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Everybody's score in a period, with one line per metric that is in it or not. */
@Component
class PeriodScores {

    private final NamedParameterJdbcTemplate jdbc;

    PeriodScores(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the period's lines of scores and answers the scores. */
    List<Tally> write(
            Period period,
            DefinitionVersion version,
            List<Tally> tallies,
            Map<String, Exposure> exposures) {
        var kpi = version.of(ScoreKpi.SCORE.metric(), ScoreKpi.SCORE.basis());
        var scores = new ArrayList<Tally>();
        var lines = new ArrayList<MapSqlParameterSource>();
        for (var person : persons(tallies).entrySet()) {
            var exposure = exposures.getOrDefault(person.getKey(), Exposure.FULL);
            var score = new Score(version.cap(), exposure);
            scores.add(score.tally(kpi, person.getKey(), person.getValue()));
            var parts = score.parts(person.getValue());
            parts.forEach(part -> lines.add(line(period, version, person.getKey(), part, parts)));
        }
        jdbc.update(
                "delete from kpi_line where period = :period and metric = 'SCORE'",
                Map.of("period", period.code()));
        jdbc.batchUpdate(
                """
                insert into kpi_line (period, metric, basis, definition_version, issue_no, person, included,
                                      reason, numerator, denominator)
                values (:period, 'SCORE', :basis, :version, :metric, :person, :included,
                        :reason, :numerator, :denominator)
                """,
                lines.toArray(MapSqlParameterSource[]::new));
        return scores;
    }

    /** Their metrics in reading order. */
    static Map<String, List<Tally>> persons(List<Tally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.scope().startsWith("person:"))
                .sorted(Comparator.comparing(tally -> tally.kpi().metric()))
                .collect(Collectors.groupingBy(Tally::scope));
    }

    private static MapSqlParameterSource line(
            Period period,
            DefinitionVersion version,
            String scope,
            Score.Part part,
            List<Score.Part> parts) {
        boolean included = part.attained().isPresent();
        return new MapSqlParameterSource()
                .addValue("period", period.code())
                .addValue("basis", ScoreKpi.SCORE.basis())
                .addValue("version", version.version())
                .addValue("metric", part.kpi().metric())
                .addValue("person", scope.substring("person:".length()))
                .addValue("included", included)
                .addValue("reason", Score.reason(part, Score.available(parts)))
                .addValue("numerator", part.weighted())
                .addValue("denominator", included ? part.weight() : 0);
    }
}
