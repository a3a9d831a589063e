package io.issueloop.kpi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Everybody's score in a period, with one line per metric that is in it or not. */
@Component
class PeriodScores {

    private static final String WRITE =
            """
            insert into kpi_single_line (period, metric, basis, definition_version, issue_no, person, included,
                                  reason, numerator, denominator)
            select :period, 'SCORE', :basis, :version, metric, person, included, reason, numerator, denominator
              from unnest(cast(:metrics as text[]), cast(:persons as text[]), cast(:included as boolean[]),
                          cast(:reasons as text[]), cast(:numerators as numeric[]), cast(:denominators as numeric[]))
                   as l (metric, person, included, reason, numerator, denominator)
            """;

    private static final ColumnArrays<Line> COLUMNS =
            new ColumnArrays<Line>()
                    .with("metrics", line -> line.part().kpi().metric())
                    .with("persons", Line::person)
                    .with("included", Line::isIncluded)
                    .with("reasons", Line::reason)
                    .with("numerators", line -> line.part().weighted())
                    .with("denominators", line -> line.isIncluded() ? line.part().weight() : 0);

    private final NamedParameterJdbcTemplate jdbc;

    PeriodScores(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One metric of a person's score. */
    private record Line(String person, Score.Part part, String reason) {

        static Line of(String scope, Score.Part part, List<Score.Part> parts) {
            return new Line(
                    scope.substring("person:".length()),
                    part,
                    Score.reason(part, Score.available(parts)));
        }

        boolean isIncluded() {
            return part.attained().isPresent();
        }
    }

    /** Replaces the period's lines of scores and answers the scores. */
    List<Tally> write(
            Period period,
            DefinitionVersion version,
            List<Tally> tallies,
            Map<String, Exposure> exposures) {
        var kpi = version.of(ScoreKpi.SCORE.metric(), ScoreKpi.SCORE.basis());
        var scores = new ArrayList<Tally>();
        var lines = new ArrayList<Line>();
        for (var person : persons(tallies).entrySet()) {
            var exposure = exposures.getOrDefault(person.getKey(), Exposure.FULL);
            var score = new Score(version.cap(), exposure);
            scores.add(score.tally(kpi, person.getKey(), person.getValue()));
            var parts = score.parts(person.getValue());
            parts.forEach(part -> lines.add(Line.of(person.getKey(), part, parts)));
        }
        jdbc.update(
                "delete from kpi_single_line where period = :period and metric = 'SCORE'",
                Map.of("period", period.code()));
        COLUMNS.inBlocks(
                lines,
                arrays ->
                        jdbc.update(
                                WRITE,
                                arrays.addValue("period", period.code())
                                        .addValue("basis", ScoreKpi.SCORE.basis())
                                        .addValue("version", version.version())));
        return scores;
    }

    /** Their metrics in reading order. */
    static Map<String, List<Tally>> persons(List<Tally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.scope().startsWith("person:"))
                .sorted(Comparator.comparing(tally -> tally.kpi().metric()))
                .collect(Collectors.groupingBy(Tally::scope));
    }
}
