package dev.pipemark.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnBiasTest {
    @TempDir
    Path folder;

    /**
     * Catches variances that are not added, degrees of freedom that are not Welch's, and another level than 90 %: from
     * {@code scipy.stats.t.isf(.05, 10.903)}.
     */
    @Test
    void aChangeHasTheIntervalOfTwoIndependentRatios() {
        Estimate change = TurnBias.change(judgement(2.2, 0.02, 8), judgement(2.0, 0.03, 6));
        assertThat(change.value()).isCloseTo(1.1, within(1e-12));
        assertThat(change.lower()).isCloseTo(1.0309760755699362, within(1e-9));
        assertThat(change.upper()).isCloseTo(1.173645081270288, within(1e-9));
    }

    /** Catches ratios to another codec than the cheapest, a change against the wrong length, and doubts about the sure. */
    @Test
    void factorsAreHeldAgainstThoseOfTheLongestTurns() throws IOException {
        part("turns-20ms", 20, 2.4);
        part("turns-500ms", 500, 2.0);
        part("turns-100ms", 100, 2.0);
        List<TurnBias> biases =
                TurnBias.of(Part.read(folder).stream().map(Part::run).toList());
        assertThat(biases).hasSize(2);
        assertThat(biases).allMatch(bias -> bias.cheapest().equals("fast") && bias.longest() == 500);
        TurnBias shifted = biases.get(0);
        assertThat(shifted.codec()).isEqualTo("moving");
        assertThat(shifted.factors()).containsOnlyKeys(20L, 100L, 500L);
        assertThat(shifted.changes()).containsOnlyKeys(20L, 100L);
        assertThat(shifted.changes())
                .hasEntrySatisfying(20L, change -> assertThat(change.value()).isCloseTo(1.2, within(0.02)));
        assertThat(shifted.doubtful()).containsExactly(20L);
        assertThat(biases.get(1).codec()).isEqualTo("steady");
        assertThat(biases.get(1).doubtful()).isEmpty();
    }

    /** Catches a change of one length against itself. */
    @Test
    void oneLengthHasNoChanges() throws IOException {
        part("turns-20ms", 20, 2.4);
        assertThat(TurnBias.of(Part.read(folder).stream().map(Part::run).toList()))
                .isEmpty();
    }

    private void part(String name, int millis, double factor) throws IOException {
        Map<String, Double> costs = new LinkedHashMap<>();
        costs.put("fast", 100.0);
        costs.put("moving", 100 * factor);
        costs.put("steady", 300.0);
        Simulated.write(
                new Simulated("encode", costs, 8, 1, 0.01, 0).run(millis),
                "side-by-side",
                millis,
                folder.resolve(name));
    }

    private static Judgement judgement(double ratio, double error, double freedom) {
        return new Judgement(
                new Estimate(ratio, ratio * 0.9, ratio * 1.1, 5),
                Verdict.SLOWER,
                new Judgement.Standing(error, freedom, 0.025, 5, 0.03, true));
    }
}
