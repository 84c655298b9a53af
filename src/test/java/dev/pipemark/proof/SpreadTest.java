package dev.pipemark.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.record.Run;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Scatter;
import org.junit.jupiter.api.Test;

class SpreadTest {
    /** Forks that differ by 3 %, and whose turns scatter by 8 %: of 16 of these, a fork's share is 8 % / √16 = 2 %. */
    private static final Run RUN = new Simulated("encode", Simulated.slowed(), 60, 16, 0.03, 0.08).run(7);

    /** Catches halves that are scaled wrong, and laps or sittings that are taken for the forks' own scatter. */
    @Test
    void sideBySideTheScatterIsSplitIntoTurnsAndForks() {
        Run run = Simulated.sideBySide(RUN);
        Spread spread = Spread.of(run, KnownCosts.of(run));
        assertThat(spread.ofFork()).isCloseTo(Math.sqrt(0.0013), within(0.002));
        assertThat(spread.withinForks()).isCloseTo(0.0205, within(0.002));
        assertThat(spread.betweenForks()).isCloseTo(0.03, within(0.002));
        assertThat(spread.ofTwiceTheTurns()).isCloseTo(Math.sqrt(0.0011), within(0.002));
    }

    /** Catches an estimate of laps where there are none: these forks are worth their mean. */
    @Test
    void oneAfterTheOtherForksAreWorthTheirMean() {
        Spread spread = Spread.of(RUN, KnownCosts.of(RUN));
        assertThat(spread.withinForks()).isCloseTo(0.02, within(0.001));
        assertThat(spread.betweenForks()).isCloseTo(0.03, within(0.002));
    }

    /** Catches a division by nothing where a fork has one turn. */
    @Test
    void oneTurnTellsNothingOfWhatIsWithinForks() {
        Run run = Simulated.known(5, 0.03).run(1);
        Spread spread = Spread.of(run, KnownCosts.of(run));
        assertThat(spread.withinForks()).isNaN();
        assertThat(spread.ofFork()).isCloseTo(0.03, within(0.006));
    }

    /** Catches an interval that is turned round: {@code .2 / scipy.stats.f.isf(.05, 60, 40)}, and {@code ppf} above. */
    @Test
    void theRatioOfVariancesHasItsInterval() {
        Estimate ratio = Spread.ratio(new Spread(new Scatter(0.12, 60), 0), new Spread(new Scatter(0.4, 40), 0));
        assertThat(ratio.value()).isCloseTo(0.2, within(1e-12));
        assertThat(ratio.lower()).isCloseTo(0.12215591827215119, within(1e-9));
        assertThat(ratio.upper()).isCloseTo(0.3188545040228012, within(1e-9));
    }
}
