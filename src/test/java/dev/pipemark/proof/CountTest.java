package dev.pipemark.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {
    /** Catches a quantile that is off by one. Expected are those of {@code scipy.stats.binom.ppf(.99, n, .05)} of SciPy. */
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "8, 2", "18, 4", "66, 8", "400, 31"})
    void soManyMayBeFoundByChance(int trials, int allowed) {
        assertThat(new Count(0, trials).allowed()).isEqualTo(allowed);
        assertThat(new Count(allowed, trials).withinBound()).isTrue();
        assertThat(new Count(allowed + 1, trials).withinBound()).isFalse();
    }
}
