package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Catches a margin that is narrower than the differences of equal cells, and one that other benchmarks widen. */
class ResolutionTest {
    private final List<Fork> forks = new ArrayList<>();

    @Test
    void theMarginIsThreePerCentIfEqualCellsAgree() {
        arm("encode", "a", "", 100, 101, 102);
        arm("encode", "a", "2", 101, 101, 102);
        Resolution resolution = Resolution.of(run(), "encode");
        assertThat(resolution.delta()).isEqualTo(0.03);
        assertThat(resolution.pairs()).isEqualTo(1);
        assertThat(resolution.established()).isFalse();
        // By hand: (101/100)^(1/3).
        assertThat(resolution.widest()).isCloseTo(Math.cbrt(1.01) - 1, within(1e-12));
    }

    @Test
    void theMarginIsTheWidestOfFewPairs() {
        arm("encode", "a", "", 100, 100, 100);
        arm("encode", "a", "2", 110, 110, 110);
        arm("encode", "b", "", 100, 100, 100);
        arm("encode", "b", "2", 95, 95, 95);
        arm("encode", "c", "", 100, 100, 100);
        arm("encode", "c", "2", 101, 101, 101);
        arm("decode", "c", "", 100, 100, 100);
        arm("decode", "c", "2", 200, 200, 200);
        assertThat(Resolution.delta(run(), "encode")).isCloseTo(0.10, within(1e-12));
        assertThat(Resolution.of(run(), "encode").established()).isTrue();
        assertThat(Resolution.of(run(), "decode").widest()).isCloseTo(1, within(1e-12));
        assertThat(Resolution.delta(run(), "decode")).as("of one pair").isEqualTo(0.03);
        assertThat(Resolution.delta(run(), "stream")).isEqualTo(0.03);
    }

    /** Seven copies of 100, 101 … 106 ns make 21 pairs. The 20th by size is 105/100. */
    @Test
    void theMarginIsTheNinetyFifthPercentileOfManyPairs() {
        for (int arm = 1; arm <= 7; arm++) {
            double cost = 99 + arm;
            arm("encode", "a", arm == 1 ? "" : String.valueOf(arm), cost, cost, cost);
        }
        Resolution resolution = Resolution.of(run(), "encode");
        assertThat(resolution.pairs()).isEqualTo(21);
        assertThat(resolution.delta()).isCloseTo(0.05, within(1e-12));
        assertThat(resolution.widest()).isCloseTo(0.06, within(1e-12));
    }

    @Test
    void aPairWithTooFewForksDoesNotCount() {
        arm("encode", "a", "", 100, 100, 100);
        arm("encode", "a", "2", 150, 150);
        assertThat(Resolution.of(run(), "encode").pairs()).isZero();
        assertThat(Resolution.delta(run(), "encode")).isEqualTo(0.03);
    }

    private void arm(String benchmark, String codec, String arm, double... means) {
        Cell cell = Cell.of(benchmark, codec, "int", arm.isEmpty() ? Map.of() : Map.of("arm", arm));
        for (int round = 1; round <= means.length; round++) {
            forks.add(new Fork(
                    cell,
                    round,
                    forks.size() + 1,
                    "avgt",
                    "ns/op",
                    List.of(means[round - 1]),
                    ForkNote.EMPTY,
                    Instant.EPOCH,
                    1,
                    null));
        }
    }

    private Run run() {
        RunInfo info = new RunInfo(
                "id",
                "test",
                List.of(),
                1,
                3,
                1,
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                forks.stream().map(Fork::cell).distinct().toList(),
                List.of());
        return new Run(info, List.of(), List.of(), forks, RunEnd.UNFINISHED);
    }
}
