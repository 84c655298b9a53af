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

    @Test
    void aMachineThatGrowsSlowerBetweenTheBlocksChangesNoRatio() throws Exception {
        InTurns turns = new InTurns(() -> takes(2 * MILLI), () -> takes(MILLI), () -> now);

        assertThat(turns.ratio()).isCloseTo(2, within(1e-6));
    }

    @Test
    void aBlockThatIsHeldUpChangesNoRatio() throws Exception {
        InTurns turns = new InTurns(
                () -> takes(++blocks % 10 == 0 ? 50 * MILLI : 3 * MILLI), () -> takes(2 * MILLI), () -> now);

        assertThat(turns.ratio()).isCloseTo(1.5, within(0.02));
    }

    @Test
    void whatIsCompiledDuringTheFirstSecondIsNotCounted() throws Exception {
        InTurns turns = new InTurns(() -> now += now < SECOND ? 90 * MILLI : MILLI, () -> now += MILLI, () -> now);

        assertThat(turns.ratio()).isEqualTo(1);
    }

    @Test
    void blocksThatTakeLongerThanAllTheTimeThereIsAreStillCompared() throws Exception {
        InTurns turns = new InTurns(() -> now += 3 * SECOND, () -> now += 2 * SECOND, () -> now);

        assertThat(turns.ratio()).isEqualTo(1.5);
    }

    /** Each block finds the machine slower by a ten-thousandth: what runs second in a pair is always at a disadvantage. */
    private void takes(long nanos) {
        slowness *= 1.0001;
        now += (long) (nanos * slowness);
    }
}
