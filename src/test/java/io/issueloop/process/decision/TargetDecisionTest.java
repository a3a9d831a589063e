package io.issueloop.process.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** kpi.md §6: how a target should move, within which bounds; and the grade of a score. */
class TargetDecisionTest {

    @ParameterizedTest(name = "有效 {0}，超出 {1}%，达成 {2}%，样本 {3} → {4}，至多 {5}%")
    @DisplayName("每一行都命中；10%、80%、10 个样本的边界在正确的一侧")
    @CsvSource({
        "false,0,0,0,保持,0",
        "false,50,150,99,保持,0",
        "true,10,110,10,收紧,5",
        "true,9.9999,109.9999,10,保持,0",
        "true,35,135,400,收紧,5",
        "true,10,110,9,保持,0",
        "true,-20.0001,79.9999,3,放宽,10",
        "true,-20,80,3,保持,0",
        "true,0,100,50,保持,0",
        "true,-100,0,50,放宽,10"
    })
    void twoQuartersDecideTheMove(
            boolean sufficient,
            double margin,
            double attainment,
            long sample,
            String advice,
            double most) {
        var answer =
                Decisions.evaluate(
                                "suggest_target",
                                Map.of(
                                        "sufficient", sufficient,
                                        "smallestMargin", margin,
                                        "bestAttainment", attainment,
                                        "smallestSample", sample))
                        .getSingleResult()
                        .getEntryMap();
        assertThat(answer).containsEntry("advice", advice).containsEntry("maxStep", most);
        assertThat(answer.get("explanation").toString()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}：{1}–{2}，取整 {3}")
    @DisplayName("每项指标都有界限，未知的指标也有")
    @CsvSource({
        "T1,70,98,0.5",
        "T2,1,5,0.05",
        "T3,3,20,0.5",
        "T4,3.5,4.9,0.05",
        "P1,2,30,1",
        "P2,60,98,0.5",
        "P3,1,12,1",
        "P4,3,4.9,0.05",
        "P5,100,100,1",
        "X9,0.0001,10000,0.01"
    })
    void everyMetricHasBounds(String metric, double lowest, double highest, double grain) {
        var answer =
                Decisions.evaluate("suggest_target", "bound_target", Map.of("metric", metric))
                        .getFirstResult()
                        .getEntryMap();
        assertThat(answer)
                .containsEntry("lowest", lowest)
                .containsEntry("highest", highest)
                .containsEntry("grain", grain);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("每个得分恰好一个等级，边界归高一级")
    @CsvSource({
        "120,A,优秀",
        "90,A,优秀",
        "89.9999,B+,良好",
        "80,B+,良好",
        "79.9999,B,达到要求",
        "70,B,达到要求",
        "69.9999,C,需要提高",
        "60,C,需要提高",
        "59.9999,D,未达到要求",
        "0,D,未达到要求"
    })
    void everyScoreHasOneGrade(double score, String grade, String words) {
        var answer =
                Decisions.evaluate("grade_performance", Map.of("score", score))
                        .getSingleResult()
                        .getEntryMap();
        assertThat(answer).containsEntry("grade", grade).containsEntry("gradeWords", words);
    }
}
