package dev.pipemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LapFitTest {
    private static final int LAPS = 30;

    /** Catches a change of the machine from lap to lap that is attributed to forks. */
    @Test
    void anEffectOnAllTurnsOfALapIsRemoved() {
        Random random = new Random(1);
        double[][] logs = new double[3][LAPS];
        for (int lap = 0; lap < LAPS; lap++) {
            double machine = random.nextGaussian();
            for (int fork = 0; fork < 3; fork++) {
                logs[fork][lap] = machine + fork * 0.1;
            }
        }
        double[] values = LapFit.values(logs);
        assertThat(values[1] - values[0]).isCloseTo(0.1, within(1e-6));
        assertThat(values[2] - values[0]).isCloseTo(0.2, within(1e-6));
    }

    /** Catches a single turn without the processor that is attributed to its fork. */
    @Test
    void aSingleSlowTurnHasLittleEffect() {
        double[][] logs = noisy(5, 2);
        double[] before = LapFit.values(logs);
        logs[2][7] += Math.log(20);
        double[] after = LapFit.values(logs);
        assertThat(after[2] - after[0]).isCloseTo(before[2] - before[0], offset(0.005));
    }

    /** Catches an estimate that drops a cost of every third turn: garbage that must be collected. */
    @Test
    void aCostOfManyTurnsStaysIn() {
        double[][] logs = noisy(5, 3);
        double[] before = LapFit.values(logs);
        for (int lap = 0; lap < LAPS; lap += 3) {
            logs[2][lap] += 0.03;
        }
        double[] after = LapFit.values(logs);
        assertThat(after[2] - after[0] - (before[2] - before[0])).isCloseTo(0.01, offset(0.004));
    }

    /** Catches a difference between two forks that depends on the other forks of the sitting. */
    @Test
    void theDifferenceOfTwoForksDoesNotDependOnAThird() {
        double[][] logs = noisy(6, 4);
        double[] quiet = LapFit.values(logs);
        Random random = new Random(5);
        for (int lap = 0; lap < LAPS; lap++) {
            logs[5][lap] += random.nextGaussian();
        }
        double[] beside = LapFit.values(logs);
        assertThat(beside[1] - beside[0]).isCloseTo(quiet[1] - quiet[0], offset(0.005));
    }

    /** Catches a single fork, or a single turn, without a value. */
    @Test
    void oneForkHasTheValueOfItsTypicalTurn() {
        assertThat(LapFit.values(new double[][] {{1, 1.1, 0.9, 1, 5}})[0]).isCloseTo(1, offset(0.1));
        assertThat(LapFit.values(new double[][] {{1}, {3}})).containsExactly(new double[] {1, 3}, offset(1e-6));
    }

    /** Catches a fork that becomes faster and is compared with itself: all of few forks would then seem to change. */
    @Test
    void onlyTheForkThatBecomesFasterChangesRelativeToTheOthers() {
        double[][] logs = noisy(8, 6);
        for (int lap = 0; lap < LAPS; lap++) {
            logs[1][lap] -= 0.3 * lap / (LAPS - 1);
        }
        double[][] beside = LapFit.beside(logs);
        assertThat(Trend.of(List.of(beside[1])).change()).isCloseTo(-0.3, offset(0.05));
        for (int other : new int[] {0, 2, 7}) {
            assertThat(Trend.of(List.of(beside[other])).change()).isCloseTo(0, offset(0.06));
        }
    }

    /** Returns turns of forks that differ by 0.1 each, with a scatter of 0.02, on a machine that changes by 0.5. */
    private static double[][] noisy(int forks, long seed) {
        Random random = new Random(seed);
        double[][] logs = new double[forks][LAPS];
        for (int lap = 0; lap < LAPS; lap++) {
            double machine = random.nextGaussian() / 2;
            for (int fork = 0; fork < forks; fork++) {
                logs[fork][lap] = machine + fork * 0.1 + 0.02 * random.nextGaussian();
            }
        }
        return logs;
    }
}
