package dev.pipemark.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all tasks of a job in one setting.
 *
 * @param job the job
 * @param chunk how many neighbouring tasks a worker gets at least, 1 or more
 * @param timeout how long a task may run; {@code null} for as long as it takes
 * @param clock ends tasks whose time is over, or which nobody wants any more
 */
record Terms(JobState job, int chunk, @Nullable Duration timeout, Clock clock) {
    Terms withChunk(int tasks) {
        return new Terms(job, tasks, timeout, clock);
    }

    Terms withTimeout(Duration each) {
        return new Terms(job, chunk, each, clock);
    }
}
