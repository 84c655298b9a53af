package dev.pipemark.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches windows that starve workers of short tasks, or that queue many tasks behind slow ones. */
final class JobStateTest {
    private static final long MILLI = 1_000_000;

    private final JobState job = new JobState(
            1, new Definition(new Definition.Code.Given(), List.of(), Shape.of(Object.class)), new byte[0]);

    @Test
    void oneTaskIsSentBeforeFirstAnswer() {
        assertThat(job.window()).isOne();
    }

    @Test
    void shortTasksAreSentAhead() {
        job.answered(1_000, MILLI);
        assertThat(job.window()).isEqualTo(5_002);
        job.answered(1_000_000, MILLI);
        assertThat(job.window()).isEqualTo(32_770);
    }

    @Test
    void fewDelayedAnswersDoNotShrinkWindow() {
        for (int i = 0; i < 100; i++) {
            job.answered(4_000, MILLI);
        }
        int usual = job.window();
        job.answered(300, 2 * MILLI);
        assertThat(job.window()).isBetween(usual / 2, usual);
    }

    @Test
    void firstSlowTaskShrinksWindow() {
        for (int i = 0; i < 100; i++) {
            job.answered(4_000, MILLI);
        }
        job.answered(1, 2 * MILLI);
        assertThat(job.window()).isEqualTo(4);
        job.answered(1, 20 * MILLI);
        assertThat(job.window()).isOne();
    }

    @Test
    void shortTasksAfterSlowOneGrowWindow() {
        job.answered(1, 100 * MILLI);
        for (int i = 0; i < 20; i++) {
            job.answered(Math.min(job.window(), 4_000), MILLI / 100 + job.window() * 250L);
        }
        assertThat(job.window()).isGreaterThan(2_000);
    }

    /** Tasks of 75 us whose answers arrive in groups: some are late, the next arrive at once. */
    @Test
    void answersBehindLateOnesDoNotCountAsShort() {
        for (int i = 0; i < 100; i++) {
            job.answered(13, 13 * 75_000);
        }
        int usual = job.window();
        assertThat(usual).isBetween(60, 75);
        job.answered(13, 2 * MILLI);
        job.answered(13, 5_000);
        assertThat(job.window()).isLessThan(3 * usual);
    }
}
