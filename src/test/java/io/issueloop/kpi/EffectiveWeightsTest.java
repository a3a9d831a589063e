package io.issueloop.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown adds up, whatever counts (kpi.md §4). */
class EffectiveWeightsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 25 20 15 10 | 30.00 25.00 20.00 15.00 10.00",
                "30 25 20       | 40.00 33.33 26.67",
                "30 25 15       | 42.86 35.71 21.43",
                "1 1 1          | 33.34 33.33 33.33",
                "12.5 50        | 20.00 80.00",
                "60             | 100.00"
            })
    @DisplayName("有效权重两位小数，合计 100：舍去最多的先补回，相同时在前的先补")
    void addUpToAHundred(String weights, String shown) {
        var effective = EffectiveWeights.of(numbers(weights));
        assertThat(effective).containsExactlyElementsOf(numbers(shown));
        assertThat(effective.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("都不计：没有有效权重")
    void nothingCounts() {
        assertThat(EffectiveWeights.of(List.of())).isEmpty();
    }

    private static List<BigDecimal> numbers(String text) {
        return Stream.of(text.strip().split(" ")).map(BigDecimal::new).toList();
    }
}
