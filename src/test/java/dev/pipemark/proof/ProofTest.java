package dev.pipemark.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.record.Run;
import dev.pipemark.record.RunMaker;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final int ARMS = 12;
    private static final int ROUNDS = 10;

    /** Catches a quantile that is off by one: {@code scipy.stats.binom.ppf(.99, 66, .05)} is 8 in SciPy 1.17.1. */
    @Test
    void eightOfSixtySixEqualPairsMayBeCalledDifferent() {
        assertThat(Repeats.of(run(0.05, 0, 1), "slowed-0").allowed()).isEqualTo(8);
    }

    /**
     * Catches intervals over forks instead of iterations, and another level than JMH's 99.9 %: {@code scipy.stats.t} gives
     * 93.16 to 109.84 for the first arm, 96.32 to 129.68 for the second, and 143.16 to 159.84 for the third.
     */
    @Test
    void jmhComparesIntervalsOverAllIterations() {
        Run run = new RunMaker()
                .fork("encode k int arm=1", 100.0, 101.0)
                .fork("encode k int arm=1", 102.0, 103.0)
                .fork("encode k int arm=2", 110.0, 112.0)
                .fork("encode k int arm=2", 114.0, 116.0)
                .fork("encode k int arm=3", 150.0, 151.0)
                .fork("encode k int arm=3", 152.0, 153.0)
                .run();
        assertThat(Repeats.of(run, "k").differentByIterations()).isEqualTo(new Repeats.Count(2, 3));
    }

    /** Catches a scatter of single forks in the place of that of pairs, which is √2 times as large. */
    @Test
    void theScatterIsThatOfPairs() {
        assertThat(Repeats.of(run(0.05, 0, 1), "slowed-0").pairedScatter())
                .isCloseTo(Math.expm1(0.05 * Math.sqrt(2)), within(0.012));
    }

    /** Catches a method that finds nothing, or everything; and rounds whose common luck is taken for scatter. */
    @Test
    void whatIsSlowerIsFoundAndWhatIsEqualIsNot() {
        Proof proof = Proof.of(run(0.04, 0.3, 1), run(0.04, 0, 2));
        assertThat(proof.failures()).isEmpty();
        assertThat(proof.equal().different().found()).isLessThanOrEqualTo(8);
        assertThat(proof.slowed()).hasEntrySatisfying(20, slowed -> {
            assertThat(slowed.found()).isEqualTo(new Repeats.Count(ARMS * ARMS, ARMS * ARMS));
            assertThat(slowed.times()).isCloseTo(1.2, within(0.02));
        });
        assertThat(proof.smallest()).isBetween(4, 10);
        assertThat(proof.curve())
                .hasEntrySatisfying(3, count -> assertThat(count.share()).isLessThan(0.5))
                .hasEntrySatisfying(30, count -> assertThat(count.share()).isEqualTo(1));
    }

    /** Catches a check that cannot fail: arms that do differ, and slowness that is not there. */
    @Test
    void brokenPromisesAreNamed() {
        RunMaker drifting = new RunMaker();
        Random random = new Random(3);
        for (int percent : new int[] {0, 10, 20}) {
            for (int arm = 1; arm <= ARMS; arm++) {
                for (int round = 1; round <= ROUNDS; round++) {
                    drifting.fork(
                            key(percent, arm), 1000 * Math.pow(1.05, arm) * Math.exp(0.01 * random.nextGaussian()));
                }
            }
        }
        assertThat(Proof.of(drifting.run(), run(0.04, 0, 2)).failures())
                .hasSize(3)
                .anyMatch(line -> line.contains("equal pairs were called different"))
                .anyMatch(line -> line.contains("slower by 10 %"));
    }

    /** Catches a division by nothing where a run has other codecs. */
    @Test
    void aRunWithoutTheArmsIsRefused() {
        Run other = new RunMaker().cell("encode kryo int", 1, 2, 3).run();
        assertThatThrownBy(() -> Proof.of(other, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 arms of slowed-0");
    }

    /** Log-normal forks, with a luck that all forks of a round share. */
    private static Run run(double scatter, double luck, long seed) {
        Random random = new Random(seed);
        double[] lucks = random.doubles(ROUNDS, -luck, luck + 1e-9).toArray();
        RunMaker run = new RunMaker();
        for (int percent : new int[] {0, 10, 20}) {
            for (int arm = 1; arm <= ARMS; arm++) {
                for (int round = 0; round < ROUNDS; round++) {
                    double noise = Math.exp(scatter * random.nextGaussian() + lucks[round]);
                    run.fork(key(percent, arm), 1000 * (1 + percent / 100.0) * noise);
                }
            }
        }
        return run.run();
    }

    private static String key(int percent, int arm) {
        return "encode slowed-" + percent + " int arm=" + arm;
    }
}
