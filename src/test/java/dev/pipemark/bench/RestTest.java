package dev.pipemark.bench;

import static dev.pipemark.bench.Rest.State.BUSY;
import static dev.pipemark.bench.Rest.State.QUIET;
import static dev.pipemark.bench.Rest.State.RESTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each look is 200 ms after the one before. It gets the CPU time in ms and the number of messages since then. */
class RestTest {
    /** Catches a warm-up that ends before the compilers have begun, or never. */
    @Test
    void restIsThreeQuietSpans() {
        assertThat(looks(0, 0, 0, 0)).containsExactly(BUSY, BUSY, BUSY, RESTING, RESTING);
    }

    /** Catches a compilation that is forgotten as soon as it ends. */
    @Test
    void workIsRememberedForThreeSpans() {
        assertThat(looks(0, 0, 0, 180, 0, 0, 0)).containsExactly(BUSY, BUSY, BUSY, RESTING, BUSY, BUSY, BUSY, RESTING);
    }

    /** Catches a tick of Linux's clock in each of two processes that counts as work of the compilers. */
    @Test
    void ticksAreNotWork() {
        assertThat(looks(40, 0, 40, 0, 40)).endsWith(RESTING, RESTING, RESTING);
    }

    /** Catches a limit that accepts a compiler that is busy a quarter of the time. */
    @Test
    void aQuarterIsWork() {
        assertThat(looks(50, 50, 50, 50)).containsOnly(BUSY);
    }

    /** Catches a method that is called once per message, and has not been called often enough for its final compilation. */
    @Test
    void quietWithFewMessagesIsNotYetRest() {
        assertThat(looks(1_000L, 0, 0, 0, 0, 0, 0, 0))
                .containsExactly(BUSY, BUSY, BUSY, QUIET, QUIET, QUIET, RESTING, RESTING);
        assertThat(looks(1_000L, 0, 0, 0, 0, 180, 0, 0, 0, 0, 0, 0))
                .containsExactly(BUSY, BUSY, BUSY, QUIET, QUIET, BUSY, BUSY, BUSY, QUIET, QUIET, QUIET, RESTING);
    }

    /** Catches a wait for thousands of messages of which each takes a second. */
    @Test
    void twoQuietSecondsAreRest() {
        assertThat(looks(1L, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .containsExactly(BUSY, BUSY, BUSY, QUIET, QUIET, QUIET, QUIET, QUIET, QUIET, QUIET, RESTING);
    }

    private static List<Rest.State> looks(int... busyMillis) {
        return looks(10_000L, busyMillis);
    }

    private static List<Rest.State> looks(long messagesEach, int... busyMillis) {
        Rest rest = new Rest();
        long messages = 0;
        List<Rest.State> answers = new ArrayList<>();
        long now = 5_000_000_000L;
        long busy = 1_000_000_000;
        answers.add(rest.look(now, busy, messages));
        for (int millis : busyMillis) {
            now += 200_000_000;
            busy += millis * 1_000_000L;
            messages += messagesEach;
            answers.add(rest.look(now, busy, messages));
        }
        return answers;
    }
}
