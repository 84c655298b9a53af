package dev.pipemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a tie that is only a lack of forks, and a difference that is certain but too small to count. */
class VerdictTest {
    @ParameterizedTest
    @CsvSource({
        "0.98,  1.02,  TIED", // around 1, and narrow
        "1.005, 1.025, TIED", // certain, and too small to count
        "0.972, 0.999, TIED", // 1/1.03 is 0.9709
        "0.98,  1.04,  INCONCLUSIVE",
        "0.60,  1.50,  INCONCLUSIVE",
        "1.01,  1.04,  SLOWER", // reaches beyond the margin
        "1.50,  1.60,  SLOWER",
        "0.96,  0.99,  FASTER",
        "0.10,  0.20,  FASTER",
        "1.00,  1.10,  INCONCLUSIVE", // contains 1
    })
    void aVerdictIsReadFromTheInterval(double lower, double upper, Verdict verdict) {
        assertThat(Verdict.of(new Estimate(Math.sqrt(lower * upper), lower, upper, 5), 0.03))
                .isEqualTo(verdict);
        Estimate turned = new Estimate(1 / Math.sqrt(lower * upper), 1 / upper, 1 / lower, 5);
        assertThat(Verdict.of(turned, 0.03)).isEqualTo(verdict.turned());
    }

    @Test
    void thereIsNoVerdictWithoutAnInterval() {
        assertThatThrownBy(() -> Verdict.of(new Estimate(1, Double.NaN, Double.NaN, 2), 0.03))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
