package dev.pipemark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FillingTest {
    private static final long BURST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(3);

    private long now = 17;
    private int fills;

    /** Catches code that makes values and stays cold, and compiled code that has met the values of one ring only. */
    @Test
    void aShortFillIsRepeatedBeforeEachBurst() {
        long took = TimeUnit.MILLISECONDS.toNanos(90);
        int bursts = warmUp(took);

        assertThat(bursts).isEqualTo((int) Math.ceil((double) WARM_UP / (took + BURST)));
        assertThat(fills).isEqualTo(bursts);
    }

    /** Catches a warm-up that makes values most of the time and sends almost no messages. */
    @Test
    void aLongFillTakesHalfOfTheTimeAtMost() {
        long took = TimeUnit.MILLISECONDS.toNanos(400);
        int bursts = warmUp(took);

        assertThat(fills).isBetween(2, 4);
        assertThat(bursts * BURST).isGreaterThanOrEqualTo(fills * took);
    }

    /** Catches a warm-up that is over before its first message. */
    @Test
    void aFillLongerThanTheWarmUpIsNotRepeated() {
        assertThat(warmUp(2 * WARM_UP)).isEqualTo((int) (WARM_UP / BURST));
        assertThat(fills).isZero();
    }

    /** Returns the number of bursts of a warm-up. The first fill comes before it. */
    private int warmUp(long took) {
        Filling filling = new Filling(() -> now);
        filling.run(() -> now += took);
        long end = now + WARM_UP;
        int bursts = 0;
        while (now < end) {
            if (filling.due()) {
                filling.run(() -> now += took);
                fills++;
            }
            now += BURST;
            bursts++;
        }
        return bursts;
    }
}
