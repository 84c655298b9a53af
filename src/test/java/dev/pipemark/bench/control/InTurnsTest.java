package dev.pipemark.bench.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InTurnsTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    /** The time of a clock that runs only while a block runs. */
    private long now;

    private double slowness = 1;
    private int blocks;

    /** Catches pairs in which the same way always comes first. */
    @Test
    void aMachineThatBecomesSlowerBetweenBlocksChangesNoRatio() throws Exception {
        InTurns turns = new InTurns(() -> takes(2 * MILLI), () -> takes(MILLI), () -> now);

        assertThat(turns.ratio()).isCloseTo(2, within(1e-6));
    }

    /** Catches one median over both orders: a single slow pair would move it by the whole effect of the order. */
    @Test
    void slowBlocksChangeNoRatioIfTheSecondOfAPairIsFaster() throws Exception {
        InTurns turns = new InTurns(() -> second(3 * MILLI), () -> second(2 * MILLI), () -> now);

        assertThat(turns.ratio()).isCloseTo(1.5, within(1e-3));
    }

    /** Catches a missing ratio if a payload is so large that one pair takes all the time. */
    @Test
    void blocksThatTakeTheWholeTimeAreCompared() throws Exception {
        InTurns turns = new InTurns(() -> now += 3 * SECOND, () -> now += 2 * SECOND, () -> now);

        assertThat(turns.ratio()).isEqualTo(1.5);
    }

    /** Adds the time of a block. The second of a pair takes 5 % less, and every 30th block is slow. */
    private void second(long nanos) {
        blocks++;
        now += (blocks % 2 == 0 ? nanos * 95 / 100 : nanos) + (blocks % 30 == 0 ? 40 * MILLI : 0);
    }

    /** Adds the time of a block. Each block is slower than the one before by a ten-thousandth. */
    private void takes(long nanos) {
        slowness *= 1.0001;
        now += (long) (nanos * slowness);
    }
}
