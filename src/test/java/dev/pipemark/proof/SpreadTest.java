package dev.pipemark.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.record.Run;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Scatter;
import org.junit.jupiter.api.Test;

class SpreadTest {
    /**
     * Forks that differ by 3 %, with 16 turns each that scatter by 8 %. The turns contribute 8 % / √16 = 2 % to a fork.
     */
    private static final Run RUN = new Simulated("encode", Simulated.slowed(), 60, 16, 0.03, 0.08).run(7);

    /** Catches halves that are scaled wrong, and effects of laps or sittings in the scatter of forks. */
    @Test
    void sideBySideTheScatterIsSplitIntoTurnsAndForks() {
        Run run = Simulated.sideBySide(RUN);
        Spread spread = Spread.of(run, KnownCosts.of(run));
        assertThat(spread.ofFork()).isCloseTo(Math.sqrt(0.0013), within(0.002));
        assertThat(spread.withinForks()).isCloseTo(0.0205, within(0.002));
        assertThat(spread.betweenForks()).isCloseTo(0.03, within(0.002));
        assertThat(spread.ofTwiceTheTurns()).isCloseTo(Math.sqrt(0.0011), within(0.002));
    }

    /** Catches a fit over laps for forks that took no turns. Their value is their mean. */
    @Test
    void aForkThatRanAloneHasTheValueOfItsMean() {
        Spread spread = Spread.of(RUN, KnownCosts.of(RUN));
        assertThat(spread.withinForks()).isCloseTo(0.02, within(0.001));
        assertThat(spread.betweenForks()).isCloseTo(0.03, within(0.002));
    }

    /** Catches a division by zero if a fork has one turn. */
    @Test
    void theNoiseWithinForksOfOneTurnIsNotKnown() {
        Run run = Simulated.known(5, 0.03).run(1);
        Spread spread = Spread.of(run, KnownCosts.of(run));
        assertThat(spread.withinForks()).isNaN();
        assertThat(spread.ofFork()).isCloseTo(0.03, within(0.006));
    }

    /**
     * Catches exchanged ends of an interval: {@code .2 / scipy.stats.f.isf(.05, 60, 40)}, and {@code ppf} for the upper
     * end.
     */
    @Test
    void theRatioOfVariancesHasItsInterval() {
        Estimate ratio = Spread.ratio(new Spread(new Scatter(0.12, 60), 0), new Spread(new Scatter(0.4, 40), 0));
        assertThat(ratio.value()).isCloseTo(0.2, within(1e-12));
        assertThat(ratio.lower()).isCloseTo(0.12215591827215119, within(1e-9));
        assertThat(ratio.upper()).isCloseTo(0.3188545040228012, within(1e-9));
    }
}
