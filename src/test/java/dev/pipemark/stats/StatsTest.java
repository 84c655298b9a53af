package dev.pipemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches an interval that is too narrow or too wide, and an interval from too few forks. */
class StatsTest {
    /**
     * By hand: the logarithms are ln 110, and ln 110 plus and minus ln 1.1 = 0.0953102. Their standard deviation is
     * 0.0953102. Student's t for 2 degrees of freedom and 0.975 is 4.30265 (NIST/SEMATECH e-Handbook, table 1.3.6.7.2).
     * Half the width is 4.30265 × 0.0953102 / √3 = 0.236767.
     */
    @Test
    void threeForksByHand() {
        Estimate estimate = Stats.estimate(List.of(121.0, 100.0, 110.0));
        assertThat(estimate.value()).isCloseTo(110, within(1e-9));
        assertThat(estimate.lower()).isCloseTo(110 / Math.exp(0.236767), within(1e-3));
        assertThat(estimate.upper()).isCloseTo(110 * Math.exp(0.236767), within(1e-3));
        assertThat(estimate.forks()).isEqualTo(3);
    }

    /** From Python, with t(4, 0.975) = 2.7764451: {@code exp(m ± t·s/√5)} of the logarithms. */
    @Test
    void fiveForks() {
        Estimate estimate = Stats.estimate(List.of(8.0, 9.0, 10.0, 12.0, 15.0));
        assertThat(estimate.value()).isCloseTo(10.532246145679581, within(1e-9));
        assertThat(estimate.lower()).isCloseTo(7.74531448162645, within(1e-7));
        assertThat(estimate.upper()).isCloseTo(14.321976097462272, within(1e-7));
    }

    /**
     * By hand: the squares about the means of {1, 2, 3} and {5, 7} are 2 and 2, with 2 and 1 degrees of freedom.
     * Student's t for 3 degrees of freedom is 3.182446 at 0.975 and 4.176535 at 0.9875, which two intervals share. Half
     * the width for three values is 4.176535 × √(4/3/3).
     */
    @Test
    void groupsThatShareAScatterHaveTheIntervalWorkedOutByHand() {
        Scatter scatter = Scatter.of(List.of(1.0, 2.0, 3.0)).plus(Scatter.of(List.of(5.0, 7.0)));
        assertThat(scatter).isEqualTo(new Scatter(4, 3));
        Estimate estimate = Stats.estimate(List.of(1.0, 2.0, 3.0), scatter, 2);
        assertThat(estimate.value()).isCloseTo(Math.exp(2), within(1e-9));
        assertThat(Math.log(estimate.upper())).isCloseTo(2 + 4.176535 * 2 / 3, within(1e-5));
        assertThat(Math.log(Stats.estimate(List.of(6.0), scatter, 1).lower()))
                .isCloseTo(6 - 3.182446 * Math.sqrt(4.0 / 3), within(1e-5));
        assertThat(Stats.estimate(List.of(5.0, 7.0), Scatter.of(List.of(5.0, 7.0)), 1)
                        .hasInterval())
                .isFalse();
    }

    /**
     * From SciPy 1.17.1: the exponential of {@code ttest_ind(log(a), log(b), equal_var=False).confidence_interval(0.95)}.
     */
    @Test
    void ratioAgreesWithWelch() {
        Estimate ratio = ratio(List.of(120.0, 150.0, 135.0, 160.0), List.of(100.0, 104.0, 98.0));
        assertThat(ratio.value()).isCloseTo(1.395334799850733, within(1e-9));
        assertThat(ratio.lower()).isCloseTo(1.1497426495073801, within(1e-7));
        assertThat(ratio.upper()).isCloseTo(1.6933869544707951, within(1e-7));
    }

    @Test
    void theReciprocalOfARatioHasTheReciprocalInterval() {
        Estimate ratio = ratio(List.of(2.0, 2.2, 2.1), List.of(1.0, 1.1, 1.3));
        Estimate other = ratio(List.of(1.0, 1.1, 1.3), List.of(2.0, 2.2, 2.1));
        assertThat(ratio.reciprocal(1).lower()).isCloseTo(other.lower(), within(1e-9));
        assertThat(ratio.reciprocal(1).upper()).isCloseTo(other.upper(), within(1e-9));
    }

    @Test
    void thereIsNoIntervalBelowThreeForks() {
        assertThat(Stats.estimate(List.of(5.0)).value()).isCloseTo(5, within(1e-9));
        assertThat(Stats.estimate(List.of(5.0)).hasInterval()).isFalse();
        assertThat(Stats.estimate(List.of(5.0, 6.0)).hasInterval()).isFalse();
        assertThat(ratio(List.of(5.0, 6.0), List.of(1.0, 1.0, 1.0)).hasInterval())
                .isFalse();
        assertThat(Stats.estimate(List.of())).isEqualTo(Estimate.NONE);
    }

    @Test
    void equalForksHaveAnIntervalWithoutWidth() {
        Estimate ratio = ratio(List.of(6.0, 6.0, 6.0), List.of(3.0, 3.0, 3.0));
        assertThat(ratio.lower()).isCloseTo(2, within(1e-9));
        assertThat(ratio.upper()).isCloseTo(2, within(1e-9));
    }

    @Test
    void aValueWithoutLogarithmMakesTheEstimateUnknown() {
        assertThat(Stats.estimate(List.of(1.0, 0.0, 2.0)).known()).isFalse();
        assertThat(Stats.estimate(List.of(1.0, Double.NaN, 2.0)).known()).isFalse();
        assertThat(Stats.estimate(List.of(1.0, Double.POSITIVE_INFINITY)).known())
                .isFalse();
    }

    private static Estimate ratio(List<Double> a, List<Double> b) {
        return LogRatio.of(a, b).estimate(Stats.CONFIDENCE);
    }
}
