package dev.pipemark.bench.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InTurnsTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    /** What a clock would tell whose time passes only while a block runs. */
    private long now;

    private double slowness = 1;
    private int blocks;

    /** Catches pairs of which the same way always comes first. */
    @Test
    void aMachineThatGrowsSlowerBetweenTheBlocksChangesNoRatio() throws Exception {
        InTurns turns = new InTurns(() -> takes(2 * MILLI), () -> takes(MILLI), () -> now);

        assertThat(turns.ratio()).isCloseTo(2, within(1e-6));
    }

    /** Catches one median over both orders, which a single pair that was held up moves by all that the order is worth. */
    @Test
    void blocksThatAreHeldUpChangeNoRatioWhereTheSecondOfAPairIsFaster() throws Exception {
        InTurns turns = new InTurns(() -> second(3 * MILLI), () -> second(2 * MILLI), () -> now);

        assertThat(turns.ratio()).isCloseTo(1.5, within(1e-3));
    }

    /** Catches a ratio of nothing where a payload is so large that one pair takes all the time. */
    @Test
    void blocksThatTakeLongerThanAllTheTimeThereIsAreStillCompared() throws Exception {
        InTurns turns = new InTurns(() -> now += 3 * SECOND, () -> now += 2 * SECOND, () -> now);

        assertThat(turns.ratio()).isEqualTo(1.5);
    }

    /** What runs second in a pair takes 5 % less; every 30th block is held up. */
    private void second(long nanos) {
        blocks++;
        now += (blocks % 2 == 0 ? nanos * 95 / 100 : nanos) + (blocks % 30 == 0 ? 40 * MILLI : 0);
    }

    /** Each block finds the machine slower by a ten-thousandth: what runs second in a pair is always at a disadvantage. */
    private void takes(long nanos) {
        slowness *= 1.0001;
        now += (long) (nanos * slowness);
    }
}
