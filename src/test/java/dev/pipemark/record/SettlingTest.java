package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forks that took turns on a machine that changes by a tenth from lap to lap. */
class SettlingTest {
    private static final int LAPS = 10;
    private static final int SITTINGS = 3;

    private final Random random = new Random(1);

    /** Catches a cell that counts as not settled because of the work of a compiler. */
    @Test
    void aCellHasSettledIfItsTurnsStayAlikeDespiteCompilation() {
        Map<Cell, Settling> settlings = Settling.of(run(lap -> 0, lap -> 0, lap -> 0, lap -> 0));
        assertThat(settlings).hasSize(4).allSatisfy((cell, settling) -> {
            assertThat(settling.settled()).isTrue();
            assertThat(settling.gain()).isCloseTo(0, offset(Settling.GAIN));
            assertThat(settling.remark()).isEmpty();
        });
    }

    /** Catches a gain from turn to turn that is not noticed, or that is attributed to the other cells. */
    @Test
    void aCellHasNotSettledIfItsTurnsBecomeFasterThanTheOthers() {
        Map<Cell, Settling> settlings =
                Settling.of(run(lap -> 0, lap -> -0.2 * lap / (LAPS - 1), lap -> 0, lap -> 0.2 * lap / (LAPS - 1)));
        assertThat(settlings.getOrDefault(cell(1), Settling.NONE).gain()).isCloseTo(0.18, offset(0.04));
        assertThat(settlings.getOrDefault(cell(1), Settling.NONE).remark())
                .matches("not settled \\(\\d\\d % faster in the last lap\\)");
        assertThat(IntStream.range(0, 4).mapToObj(SettlingTest::cell))
                .extracting(cell -> settlings.getOrDefault(cell, Settling.NONE).settled())
                .containsExactly(true, false, true, true);
    }

    /**
     * Catches a gain of all forks alike that is attributed to each cell although it is in no difference between them,
     * and one that is not reported at all.
     */
    @Test
    void aGainOfAllForksIsCommonAndNotACells() {
        Run run = run(lap -> -0.05 * lap, lap -> -0.05 * lap, lap -> -0.05 * lap);
        assertThat(Settling.of(run))
                .hasSize(3)
                .allSatisfy((cell, settling) -> assertThat(settling.settled()).isTrue());
        assertThat(CommonGain.of(run)).singleElement().satisfies(gain -> {
            assertThat(gain.benchmark()).isEqualTo("stream");
            assertThat(gain.unsettled()).containsOnlyKeys("stream");
            assertThat(gain.lastLap().value()).isCloseTo(Math.exp(-0.45), offset(0.1));
        });
    }

    /** Catches the gain of one cell that is attributed to all cells, and a faster machine that is reported as a warm-up. */
    @Test
    void aGainOfOneForkIsNotCommon() {
        assertThat(CommonGain.of(run(lap -> 0, lap -> -0.05 * lap, lap -> 0, lap -> 0, lap -> 0)))
                .singleElement()
                .satisfies(gain -> {
                    assertThat(gain.unsettled()).isEmpty();
                    assertThat(gain.lastLap().value()).isCloseTo(1, offset(0.15));
                });
    }

    /** Catches the gain of one table that is lost in the mean over many. */
    @Test
    void aGainOfOneTableIsFoundAmongOthers() {
        List<Fork> forks = new ArrayList<>();
        for (int table = 0; table < 10; table++) {
            double change = table == 7 ? -0.3 : 0;
            for (int round = 1; round <= SITTINGS; round++) {
                double machine = 0.03 * random.nextGaussian();
                for (Fork fork : sitting(
                        round, lap -> (machine + change) * lap / (LAPS - 1), List.of(lap -> 0, lap -> 0, lap -> 0))) {
                    forks.add(moved(fork, "payload-" + table));
                }
            }
        }
        assertThat(CommonGain.of(run(forks)))
                .singleElement()
                .satisfies(gain -> assertThat(gain.unsettled()).containsOnlyKeys("stream payload-7"));
    }

    private static Fork moved(Fork fork, String payload) {
        return new Fork(
                        Cell.of("stream", fork.cell().codec(), payload, Map.of()),
                        fork.round(),
                        fork.position(),
                        fork.mode(),
                        fork.unit(),
                        fork.scores(),
                        fork.note(),
                        fork.started(),
                        fork.seconds(),
                        null)
                .paired(1e6);
    }

    /**
     * Catches a machine that changes differently in each sitting, and is taken for a warm-up. Of 400 runs at
     * 2.5 %, the 99 % quantile of the binomial is 18.
     */
    @Test
    void aMachineThatChangesIsSeldomTakenForAWarmUp() {
        int taken = 0;
        for (int run = 0; run < 400; run++) {
            List<Fork> forks = new ArrayList<>();
            for (int round = 1; round <= SITTINGS; round++) {
                double change = 0.2 * random.nextGaussian();
                forks.addAll(sitting(round, lap -> change * lap / (LAPS - 1), List.of(lap -> 0, lap -> 0, lap -> 0)));
            }
            taken += CommonGain.of(run(forks)).get(0).unsettled().isEmpty() ? 0 : 1;
        }
        assertThat(taken).isBetween(1, 18);
    }

    /** Catches an interval from two sittings, although their scatter is almost unknown. */
    @Test
    void twoSittingsHaveNoInterval() {
        List<Fork> forks = new ArrayList<>(
                run(lap -> -0.05 * lap, lap -> -0.05 * lap, lap -> -0.05 * lap).forks());
        forks.removeIf(fork -> fork.round() > 2);
        assertThat(CommonGain.of(run(forks))).singleElement().satisfies(gain -> {
            assertThat(gain.lastLap().hasInterval()).isFalse();
            assertThat(gain.unsettled()).isEmpty();
        });
    }

    /** Catches a fork that ran alone and is not judged at all. */
    @Test
    void aForkThatRanAloneIsJudgedByItsCompilers() {
        assertThat(Settling.of(run(lap -> -0.05 * lap))).hasSize(1).allSatisfy((cell, settling) -> {
            assertThat(settling.gain()).isNaN();
            assertThat(settling.remark()).isEqualTo("not settled");
        });
    }

    /**
     * Forks that compile for a tenth of their time, and scatter by 2 %.
     *
     * @param changes what is added to the logarithm of a turn's cost, by lap, for each cell
     */
    private Run run(IntToDoubleFunction... changes) {
        List<Fork> forks = new ArrayList<>();
        for (int round = 1; round <= SITTINGS; round++) {
            double[] machine = random.doubles(LAPS, -0.1, 0.1).toArray();
            forks.addAll(sitting(round, lap -> machine[lap], List.of(changes)));
        }
        return run(forks);
    }

    private static Run run(List<Fork> forks) {
        Run empty = new RunMaker().run();
        return new Run(empty.info(), List.of(), List.of(), forks, empty.end());
    }

    private List<Fork> sitting(int round, IntToDoubleFunction machine, List<IntToDoubleFunction> changes) {
        List<Fork> forks = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            List<Double> rates = new ArrayList<>();
            for (int lap = 0; lap < LAPS; lap++) {
                double cost =
                        machine.applyAsDouble(lap) + changes.get(i).applyAsDouble(lap) + 0.02 * random.nextGaussian();
                rates.add(1e6 * (i + 1) * Math.exp(-cost));
            }
            ForkNote note = new ForkNote(Map.of(Metric.WORKER_JIT, 10.0), Map.of());
            forks.add(new Fork(cell(i), round, 1, "thrpt", "ops/s", rates, note, Instant.EPOCH, 3, null).paired(1e6));
        }
        return forks;
    }

    private static Cell cell(int i) {
        return Cell.of("stream", "c" + i, "int", Map.of());
    }
}
