package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.worker.WorkerSettings;
import org.jspecify.annotations.Nullable;

/**
 * How a pool is made.
 *
 * @param workers how its processes are started; the deadline is theirs to come up and to initialize
 * @param codec what carries arguments, results and functions; the workers find it by its id
 * @param count how many workers
 * @param initializer what each worker runs first, as it is told it; {@code null} for nothing
 * @param tasksPerWorker after so many tasks a worker is replaced
 * @param keepsLogs whether what a worker wrote to stderr stays when it has ended
 * @param stallNanos a worker that has not answered for so long, ns, takes no more tasks until it has
 * @param bound how many tasks wait at most before who adds one waits as well
 */
record PoolSettings(
        WorkerSettings workers,
        Codec codec,
        int count,
        byte @Nullable [] initializer,
        int tasksPerWorker,
        long stallNanos,
        int bound,
        boolean keepsLogs) {}
