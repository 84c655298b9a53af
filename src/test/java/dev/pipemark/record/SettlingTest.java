package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Forks that took turns on a machine that moves by a tenth from lap to lap. */
class SettlingTest {
    private static final int LAPS = 10;
    private static final int SITTINGS = 3;

    private final Random random = new Random(1);
    private final List<Cell> cells = new ArrayList<>();

    /** Catches a compiler that works while turns are measured and is taken for turns that get faster. */
    @Test
    void aCellWhoseTurnsStayAlikeHasSettledWhateverTheCompilerDoes() {
        Map<Cell, Settling> settlings = run(lap -> 0, lap -> 0, lap -> 0, lap -> 0);
        assertThat(settlings).hasSize(4).allSatisfy((cell, settling) -> {
            assertThat(settling.settled()).isTrue();
            assertThat(settling.gain()).isCloseTo(0, offset(Settling.GAIN));
            assertThat(settling.remark()).isEmpty();
        });
    }

    /** Catches turns that get faster and go unseen, and those of the others that are put down to it. */
    @Test
    void aCellWhoseTurnsGetFasterBesideTheOthersHasNot() {
        Map<Cell, Settling> settlings =
                run(lap -> 0, lap -> -0.2 * lap / (LAPS - 1), lap -> 0, lap -> 0.2 * lap / (LAPS - 1));
        assertThat(settlings.getOrDefault(cells.get(1), Settling.NONE).gain()).isCloseTo(0.18, offset(0.04));
        assertThat(settlings.getOrDefault(cells.get(1), Settling.NONE).remark())
                .matches("not settled \\(\\d\\d % faster in the last lap\\)");
        assertThat(cells)
                .extracting(cell -> settlings.getOrDefault(cell, Settling.NONE).settled())
                .containsExactly(true, false, true, true);
    }

    /** Catches a warm-up of all forks alike that is called unsettled: it is in no difference between them. */
    @Test
    void aMachineThatGetsFasterIsNoCellsDoing() {
        assertThat(run(lap -> -0.05 * lap, lap -> -0.05 * lap, lap -> -0.05 * lap))
                .allSatisfy((cell, settling) -> assertThat(settling.settled()).isTrue());
    }

    /** Catches a fork without others beside it, of which nothing is said any more. */
    @Test
    void aForkThatSatAloneIsJudgedByItsCompilers() {
        assertThat(run(lap -> -0.05 * lap)).hasSize(1).allSatisfy((cell, settling) -> {
            assertThat(settling.gain()).isNaN();
            assertThat(settling.remark()).isEqualTo("not settled");
        });
    }

    /**
     * Forks that compile for a tenth of their time, and scatter by 2 %.
     *
     * @param changes what else the logarithm of a turn's cost has, by lap, for each cell
     */
    private Map<Cell, Settling> run(IntToDoubleFunction... changes) {
        List<Fork> forks = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            cells.add(Cell.of("stream", "c" + i, "int", Map.of()));
        }
        for (int round = 1; round <= SITTINGS; round++) {
            double[] machine = random.doubles(LAPS, -0.1, 0.1).toArray();
            for (int i = 0; i < changes.length; i++) {
                List<Double> rates = new ArrayList<>();
                for (int lap = 0; lap < LAPS; lap++) {
                    double cost = machine[lap] + changes[i].applyAsDouble(lap) + 0.02 * random.nextGaussian();
                    rates.add(1e6 * (i + 1) * Math.exp(-cost));
                }
                ForkNote note = new ForkNote(Map.of(Metric.WORKER_JIT, 10.0), Map.of());
                forks.add(new Fork(cells.get(i), round, 1, "thrpt", "ops/s", rates, note, Instant.EPOCH, 3, null)
                        .paired(1e6));
            }
        }
        Run empty = new RunMaker().run();
        return Settling.of(new Run(empty.info(), List.of(), List.of(), forks, empty.end()));
    }
}
