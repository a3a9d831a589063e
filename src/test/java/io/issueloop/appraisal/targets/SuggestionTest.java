package io.issueloop.appraisal.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.appraisal.targets.TargetAdvice.Answer;
import io.issueloop.appraisal.targets.TargetAdvice.Bounds;
import io.issueloop.appraisal.targets.TargetAdvice.Move;
import io.issueloop.appraisal.targets.TargetPast.Quarter;
import io.issueloop.kpi.Direction;
import io.issueloop.kpi.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** kpi.md §6 in numbers: what two quarters say, and what a target then becomes. */
class SuggestionTest {

    @ParameterizedTest(name = "{0} 目标 {1}，两季 {2}、{3} → 超出 {4}%，达成 {5}%")
    @DisplayName("超出取较小的，达成取较大的；越低越好的按 2 − A/T")
    @CsvSource({
        "HIGHER_IS_BETTER,90,99,99.9,10,111",
        "HIGHER_IS_BETTER,90,60,70.2,-33.33,78",
        "LOWER_IS_BETTER,3,2.7,2.4,10,100",
        "LOWER_IS_BETTER,3,3.75,3.9,-30,75",
        "LOWER_IS_BETTER,3,9,12,-300,0"
    })
    void twoQuartersAreOneQuestion(
            Direction direction,
            String target,
            String one,
            String two,
            double margin,
            double attainment) {
        var question = past(direction, target, one, two).question();
        assertThat(question.sufficient()).isTrue();
        assertThat(question.margin().doubleValue())
                .isCloseTo(margin, org.assertj.core.data.Offset.offset(0.01));
        assertThat(question.attainment()).isEqualByComparingTo(BigDecimal.valueOf(attainment));
        assertThat(question.sample()).isEqualTo(10);
    }

    @Test
    @DisplayName("一个季度样本不足，就没有依据")
    void oneQuarterIsNotEnough() {
        var past =
                new TargetPast("T1", Direction.HIGHER_IS_BETTER, List.of(quarter("90", "99", 50)));
        assertThat(past.question().sufficient()).isFalse();
        var kept =
                Suggestion.of(past, number("90"), answer(Move.KEEP, 0), bounds("70", "98", "0.5"));
        assertThat(kept.suggested()).isEqualByComparingTo("90");
    }

    @ParameterizedTest(name = "收紧 {0} {1}：两季 {2}、{3}，{4}–{5} 取整 {6} → {7}")
    @DisplayName("收紧：目标的 5% 与超出部分一半中较小的；向现行目标取整；不越界限")
    @CsvSource({
        "HIGHER_IS_BETTER,80,88,96,70,98,0.5,84",
        "HIGHER_IS_BETTER,90,99,99,70,98,0.5,94.5",
        "HIGHER_IS_BETTER,90,99,99,70,92,0.5,92",
        "HIGHER_IS_BETTER,90,99,99,70,80,0.5,90",
        "LOWER_IS_BETTER,3,2.4,2.7,1,5,0.05,2.85",
        "LOWER_IS_BETTER,10,8,9,3,20,0.5,9.5",
        "HIGHER_IS_BETTER,5,8,9,2,30,1,5",
        "HIGHER_IS_BETTER,20,30,30,2,30,1,21",
        "HIGHER_IS_BETTER,100,120,120,100,100,1,100"
    })
    void tightening(
            Direction direction,
            String target,
            String one,
            String two,
            String lowest,
            String highest,
            String grain,
            String expected) {
        var made =
                Suggestion.of(
                        past(direction, target, one, two),
                        number(target),
                        answer(Move.TIGHTEN, 5),
                        bounds(lowest, highest, grain));
        assertThat(made.suggested()).isEqualByComparingTo(expected);
        assertThat(made.move())
                .isEqualTo(
                        number(expected).compareTo(number(target)) == 0 ? Move.KEEP : Move.TIGHTEN);
    }

    @Test
    @DisplayName("收紧不超过超出部分的一半")
    void neverMoreThanHalfTheMargin() {
        var made =
                Suggestion.of(
                        past(Direction.HIGHER_IS_BETTER, "80", "84", "90"),
                        number("80"),
                        answer(Move.TIGHTEN, 5),
                        bounds("70", "98", "0.5"));
        assertThat(made.suggested()).isEqualByComparingTo("82");
    }

    @ParameterizedTest(name = "放宽 {0} {1}：两季 {2}、{3} → {4}")
    @DisplayName("放宽：到两季的中位数，至多 10%")
    @CsvSource({
        "HIGHER_IS_BETTER,90,60,70,81",
        "HIGHER_IS_BETTER,90,88,89,88.5",
        "LOWER_IS_BETTER,3,4,5,3.3",
        "LOWER_IS_BETTER,3,3.1,3.2,3.15"
    })
    void relaxing(Direction direction, String target, String one, String two, String expected) {
        var made =
                Suggestion.of(
                        past(direction, target, one, two),
                        number(target),
                        answer(Move.RELAX, 10),
                        bounds("1", "98", "0.05"));
        assertThat(made.suggested()).isEqualByComparingTo(expected);
        assertThat(made.why()).contains("2026Q2 为 ", "样本 10", "规则");
    }

    @Test
    @DisplayName("总是从还没有开始的季度生效，停机再久也不追溯")
    void neverARunningQuarter() {
        assertThat(ahead("2026Q3", "2026-10-20T00:00:00Z")).isEqualTo("2027Q1");
        assertThat(ahead("2026Q3", "2026-12-31T15:59:59Z")).isEqualTo("2027Q1");
        assertThat(ahead("2026Q3", "2026-12-31T16:00:00Z")).isEqualTo("2027Q2");
        assertThat(ahead("2026Q3", "2027-08-01T00:00:00Z")).isEqualTo("2027Q4");
    }

    private static String ahead(String closed, String now) {
        return TargetTimes.firstAhead(Period.of(closed), Instant.parse(now)).code();
    }

    private static TargetPast past(Direction direction, String target, String one, String two) {
        return new TargetPast(
                "T1", direction, List.of(quarter(target, one, 10), quarter(target, two, 40)));
    }

    private static Quarter quarter(String target, String value, long n) {
        return new Quarter(Period.of("2026Q2"), number(value), number(target), n);
    }

    private static Answer answer(Move move, int most) {
        return new Answer(move, BigDecimal.valueOf(most), BigDecimal.valueOf(50), "规则");
    }

    private static Bounds bounds(String lowest, String highest, String grain) {
        return new Bounds(number(lowest), number(highest), number(grain));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
