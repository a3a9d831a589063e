package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The score of worked examples: value over target, capped, weighted, of what there is. */
class ScoreTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("综合得分的算例")
    @CsvSource({
        "封顶 100 %,            1.00, 6/1, 3.6/1, 84.53, 100",
        "封顶 120 %,            1.20, 6/1, 3.6/1, 90.53, 100",
        "互评只有两人（N/A）,   1.00, 6/1, 0/0,   83.56, 85"
    })
    void worksOut(
            String what, BigDecimal cap, String solved, String peers, String score, String weight) {
        var metrics = new ArrayList<Tally>();
        metrics.add(tally("P1", solved, "5", "30"));
        metrics.add(tally("P2", "16/20", "85", "25"));
        metrics.add(tally("P3", "1/1", "2", "20"));
        metrics.add(tally("P4", peers, "4", "15"));
        metrics.add(tally("P5", "75/100", "100", "10"));
        var tally = new Score(cap, Exposure.FULL).tally(ScoreKpi.SCORE, "person:a", metrics);
        assertThat(TallyWords.value(tally)).as(what).isEqualTo(score + " 分");
        assertThat(tally.details()).containsEntry("availableWeight", weight);
    }

    @ParameterizedTest
    @CsvSource({"1, 5, false", "15, 62, true", "16, 62, false", "1, 4, false"})
    void shortExposureGivesNone(long active, long working, boolean none) {
        var score =
                new Score(BigDecimal.ONE, new Exposure(active, working))
                        .tally(ScoreKpi.SCORE, "person:a", List.of(tally("P1", "1/1", "5", "60")));
        assertThat(TallyWords.hasValue(score)).isEqualTo(!none && active * 4 >= working);
    }

    private static Tally tally(String metric, String parts, String target, String weight) {
        var split = parts.split("/");
        var kpi =
                KpiDefinitions.of(metric, "DEFAULT")
                        .under(
                                1,
                                new DefinitionVersion.Setting(
                                        metric,
                                        "DEFAULT",
                                        new BigDecimal(target),
                                        new BigDecimal(weight),
                                        ""));
        return new Tally(
                kpi,
                "person:a",
                new BigDecimal(split[0]),
                new BigDecimal(split[1]),
                1,
                Optional.of(new BigDecimal(target)),
                true,
                Map.of());
    }
}
