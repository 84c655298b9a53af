package dev.pipemark.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {
    /**
     * Catches a quantile that is off by one, and bounds of 1 % each: with twelve such bounds, eleven of a hundred proofs
     * would fail by chance. {@code scipy.stats.binom.ppf(1 - .01/bounds, n, .05)} gives the expected numbers.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "3, 1, 1",
        "8, 1, 2",
        "18, 1, 4",
        "66, 1, 8",
        "400, 1, 31",
        "1, 12, 1",
        "2, 12, 2",
        "3, 12, 2"
    })
    void theBoundIsAQuantileOfTheBinomial(int trials, int bounds, int allowed) {
        assertThat(new Count(0, trials).allowed(bounds)).isEqualTo(allowed);
        assertThat(new Count(allowed, trials).withinBound(bounds)).isTrue();
        assertThat(new Count(allowed + 1, trials).withinBound(bounds)).isFalse();
    }

    /**
     * Catches a lower limit in place of the upper one. If none of n trials is found, the limit is 1 minus the nth root of
     * 5 %: at that rate, none is found with a probability of 5 %.
     */
    @Test
    void fewTrialsGiveAHighUpperLimit() {
        assertThat(new Count(0, 6).below()).isCloseTo(1 - Math.pow(0.05, 1 / 6.0), within(1e-7));
        assertThat(new Count(5, 6).below()).isCloseTo(Math.pow(0.95, 1 / 6.0), within(1e-7));
        assertThat(new Count(6, 6).below()).isEqualTo(1);
        assertThat(Count.NONE.below()).isEqualTo(1);
    }

    /** Catches a PASS although a FAIL was impossible. */
    @Test
    void oneTrialCannotExceedItsBound() {
        assertThat(new Count(0, 1).canFail(1)).isFalse();
        assertThat(new Count(0, 2).canFail(1)).isTrue();
        assertThat(new Count(0, 2).canFail(12)).isFalse();
        assertThat(Count.NONE.canFail(1)).isFalse();
    }
}
