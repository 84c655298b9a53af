package dev.pipemark.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the tasks of one call.
 *
 * @param job the job
 * @param chunk the minimum number of neighbouring tasks that a worker receives, 1 or more
 * @param timeout the time limit of a task, or {@code null} for none
 * @param clock ends tasks that exceed their time limit or are no longer wanted
 */
record Terms(JobState job, int chunk, @Nullable Duration timeout, Clock clock) {
    Terms withChunk(int tasks) {
        return new Terms(job, tasks, timeout, clock);
    }

    Terms withTimeout(Duration each) {
        return new Terms(job, chunk, each, clock);
    }
}
