package dev.pipemark.proof;

import static dev.pipemark.proof.TurnBias.Finding.CHANGED;
import static dev.pipemark.proof.TurnBias.Finding.WITHIN;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnBiasTest {
    @TempDir
    Path folder;

    /**
     * Catches variances that are not added, degrees of freedom that are not Welch's, and another level than 90 %.
     * The expected numbers come from {@code scipy.stats.t.isf(.05, 10.903)}.
     */
    @Test
    void aChangeHasTheIntervalOfTwoIndependentRatios() {
        Estimate change = TurnBias.change(judgement(2.2, 0.02, 8), judgement(2.0, 0.03, 6));
        assertThat(change.value()).isCloseTo(1.1, within(1e-12));
        assertThat(change.lower()).isCloseTo(1.0309760755699362, within(1e-9));
        assertThat(change.upper()).isCloseTo(1.173645081270288, within(1e-9));
    }

    /**
     * Catches ratios to another codec than the cheapest, a comparison with the wrong length, and doubts about certain
     * findings.
     */
    @Test
    void factorsAreComparedWithThoseOfTheLongestTurns() throws IOException {
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
        assertThat(shifted.findings()).containsExactly(Map.entry(20L, CHANGED), Map.entry(100L, WITHIN));
        assertThat(biases.get(1).codec()).isEqualTo("steady");
        assertThat(biases.get(1).findings()).containsExactly(Map.entry(20L, WITHIN), Map.entry(100L, WITHIN));
    }

    /** Catches an interval that is too wide and is called a change, and a change below 5 % that counts. */
    @ParameterizedTest
    @CsvSource({
        "0.96, 1.04, WITHIN",
        "0.95, 1.05, WITHIN",
        "1.06, 1.30, CHANGED",
        "0.80, 0.94, CHANGED",
        "1.01, 1.04, WITHIN", // certain, and too small to count
        "1.01, 1.08, OPEN", // certain, and perhaps too small to count
        "0.90, 1.00, OPEN",
        "0.70, 1.40, OPEN",
    })
    void aFindingIsReadFromTheInterval(double lower, double upper, TurnBias.Finding finding) {
        Estimate change = new Estimate(Math.sqrt(lower * upper), lower, upper, 5);
        TurnBias bias = new TurnBias(
                "encode", "a", "b", 500, new TreeMap<>(Map.of(20L, change)), new TreeMap<>(Map.of(20L, change)));
        assertThat(bias.findings()).containsExactly(Map.entry(20L, finding));
    }

    /** Catches a page that calls a wide interval a change. */
    @Test
    void thePageDistinguishesChangesFromIntervalsThatAreTooWide() throws IOException {
        part("turns-20ms", 20, 2.4);
        part("turns-500ms", 500, 2.0);
        List<Part> parts = Part.read(folder);
        assertThat(ProofPage.of(Proof.of(parts), parts))
                .contains("The length of a turn changes the factor by more than 5 % for: encode moving at 20 ms.")
                .contains("| changed |")
                .doesNotContain("too wide to say");
    }

    /** Catches a comparison of one length with itself. */
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
