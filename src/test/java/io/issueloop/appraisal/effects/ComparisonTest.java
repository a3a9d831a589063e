package io.issueloop.appraisal.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.issueloop.kpi.KpiSamples.Sample;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** kpi.md §7 in numbers, checked by hand: improvement, interval, verdict and warning. */
class ComparisonTest {

    @Test
    @DisplayName("均值：5 天降到 3 天为 40%，区间按 Welch")
    void meansAreComparedAsRatios() {
        var found =
                Comparison.of(Effect.EFFICIENCY, new Sample(100, 5, 4), new Sample(100, 3, 2.25))
                        .orElseThrow();
        // ln 0.6 ± 1.97250 · sqrt(4/2500 + 2.25/900), 195.06 degrees of freedom
        assertThat(found.improvement()).isCloseTo(40, offset(1e-9));
        assertThat(found.low()).isCloseTo(31.92, offset(0.02));
        assertThat(found.high()).isCloseTo(47.12, offset(0.02));
    }

    @Test
    @DisplayName("比例：20% 降到 10%（各 200），区间按 Katz")
    void sharesAreComparedAsRatios() {
        var found = Comparison.of(Effect.REPEATS, share(200, 40), share(200, 20)).orElseThrow();
        // ln 0.5 ± 1.95996 · sqrt(0.9/20 + 0.8/40)
        assertThat(found.improvement()).isCloseTo(50, offset(1e-9));
        assertThat(found.low()).isCloseTo(17.58, offset(0.01));
        assertThat(found.high()).isCloseTo(69.67, offset(0.01));
    }

    @Test
    @DisplayName("越高越好的反过来；没有、只有一个或为零的基线不比较；全部或没有也有区间")
    void edges() {
        var up = Comparison.of(Effect.DELIVERY, share(100, 60), share(100, 75)).orElseThrow();
        assertThat(up.improvement()).isCloseTo(25, offset(1e-9));
        assertThat(up.low()).isBetween(2.0, 4.0);
        assertThat(Comparison.of(Effect.REPEATS, share(50, 0), share(50, 5))).isEmpty();
        assertThat(Comparison.of(Effect.EFFICIENCY, new Sample(1, 5, 0), new Sample(30, 3, 1)))
                .isEmpty();
        var none = Comparison.of(Effect.REPEATS, share(50, 20), share(50, 0)).orElseThrow();
        assertThat(none.improvement()).isCloseTo(100, offset(1e-9));
        assertThat(none.high()).isLessThanOrEqualTo(100.0001);
        assertThat(none.low()).isGreaterThan(50);
    }

    @ParameterizedTest(name = "改善 {0}% [{1}, {2}] → {3}")
    @DisplayName("结论：达成、部分、未达成、无法判断")
    @CsvSource({
        "40,31,48,REACHED", "30,0.1,60,REACHED", "29.9,5,50,PARTLY", "10,5,15,PARTLY",
        "5,-10,20,MISSED", "-20,-40,-5,MISSED", "35,-2,60,UNKNOWN", "10,-10,30,UNKNOWN"
    })
    void verdicts(double improvement, double low, double high, Verdict expected) {
        var sample = Optional.of(new Sample(50, 5, 1));
        var made =
                Verdict.of(
                        Effect.EFFICIENCY,
                        sample,
                        sample,
                        Optional.of(new Comparison(improvement, low, high)));
        assertThat(made.verdict()).isEqualTo(expected);
        assertThat(made.why()).isNotBlank();
    }

    @Test
    @DisplayName("没有基线、样本不足：无法判断，并说明原因")
    void whatIsMissingIsSaid() {
        var some = Optional.of(new Sample(50, 5, 1));
        var few = Optional.of(new Sample(19, 3, 1));
        assertThat(Verdict.of(Effect.REPEATS, Optional.empty(), some, Optional.empty()).why())
                .contains("冻结基线");
        assertThat(Verdict.of(Effect.REPEATS, some, few, Optional.empty()).why())
                .contains("至少 20，现有 19");
        assertThat(Verdict.of(Effect.REPEATS, some, some, Optional.empty()).why()).contains("零");
    }

    @Test
    @DisplayName("不可能的期望：4.3 + 20% 超过 5")
    void impossibleExpectationsAreSaid() {
        assertThat(Effects.warning(Effect.SATISFACTION, 4.3))
                .contains("4.30 提升 20% 为 5.16", "5.00");
        assertThat(Effects.warning(Effect.SATISFACTION, 4.0)).contains("的上限不可能达到");
        assertThat(Effects.warning(Effect.SATISFACTION, 3.5)).isEmpty();
        assertThat(Effects.warning(Effect.DELIVERY, 0.9)).contains("90.0% 提升 15% 为 103.5%");
        assertThat(Effects.warning(Effect.EFFICIENCY, 4.3)).isEmpty();
    }

    private static Sample share(long n, long hits) {
        double share = (double) hits / n;
        return new Sample(n, share, share * (1 - share));
    }
}
