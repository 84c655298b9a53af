package dev.pipemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Catches a number of rounds that is off by one, and a table that is judged by its best pair.
 *
 * <p>The expected numbers are {@code exp(λ·error) - 1}, with λ of a pair from {@code scipy.stats.nct.sf(c, df, λ) = 0.8},
 * solved by {@code brentq}, and {@code c = scipy.stats.t.isf(0.025, df)}. With n times the rounds the error is √n times
 * smaller.
 */
class SensitivityTest {
    private static final double OF_FIVE_ROUNDS = 3.761060261006801;
    private static final double OF_TEN_ROUNDS = 3.1496356782741266;

    private final Sensitivity sensitivity = new Sensitivity();

    @Test
    void aPairFindsALargerDifferenceWithFewerRounds() {
        assertThat(sensitivity.of(pair(5, 0.02))).isCloseTo(Math.expm1(0.02 * OF_FIVE_ROUNDS), within(1e-6));
        assertThat(sensitivity.of(pair(10, 0.02))).isCloseTo(Math.expm1(0.02 * OF_TEN_ROUNDS), within(1e-6));
    }

    @Test
    void roundsAreTheFewestThatAreEnough() {
        double ofTen = Math.expm1(0.05 * Math.sqrt(3.0 / 10) * OF_TEN_ROUNDS);
        List<Judgement> pairs = List.of(pair(3, 0.05));
        assertThat(sensitivity.roundsTo(ofTen * 1.0001, pairs)).hasValue(10);
        assertThat(sensitivity.roundsTo(ofTen * 0.9999, pairs)).hasValue(11);
    }

    @Test
    void halfOfTheComparisonsDecide() {
        double ofTen = Math.expm1(0.05 * Math.sqrt(3.0 / 10) * OF_TEN_ROUNDS);
        List<Judgement> pairs = List.of(pair(3, 0.4), pair(3, 0.05), pair(3, 0.01));
        assertThat(sensitivity.roundsTo(ofTen * 1.0001, pairs)).hasValue(10);
        assertThat(sensitivity.median(pairs)).isEqualTo(sensitivity.of(pair(3, 0.05)));
    }

    /** A pair that has more rounds than the table gets keeps its own. */
    @Test
    void aPairKeepsTheRoundsThatItHas() {
        double ofTen = Math.expm1(0.02 * OF_TEN_ROUNDS);
        List<Judgement> pairs = List.of(pair(3, 1e-6), pair(10, 0.02), pair(10, 0.02));
        assertThat(sensitivity.roundsTo(ofTen * 1.0001, pairs)).hasValue(3);
        assertThat(sensitivity.roundsTo(ofTen * 0.9999, pairs)).hasValue(11);
    }

    @Test
    void thereAreNoRoundsWithoutAComparisonOrBeyondAThousand() {
        assertThat(sensitivity.roundsTo(0.1, List.of())).isEmpty();
        assertThat(sensitivity.roundsTo(0.1, List.of(Judgement.NONE))).isEmpty();
        // A thousand rounds find some 2.805 standard errors of 1/√1000: exp(0.0887) - 1 is 0.0928.
        List<Judgement> pairs = List.of(pair(10, 1 / Math.sqrt(10)));
        assertThat(sensitivity.roundsTo(0.093, pairs).orElse(0)).isBetween(990, 1000);
        assertThat(sensitivity.roundsTo(0.092, pairs)).isEmpty();
    }

    private static Judgement pair(int rounds, double error) {
        return new Judgement(
                new Estimate(1, 0.5, 2, rounds),
                Verdict.INCONCLUSIVE,
                new Judgement.Standing(error, rounds - 1, 0.025, rounds, 0.03, true));
    }
}
