package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.worker.WorkerSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a pool.
 *
 * @param workers how its processes are started. Their deadline covers start and initializer.
 * @param codec the codec for arguments, results and functions. The workers find it by its id.
 * @param count the number of workers
 * @param initializer the encoded definition that each worker runs first, or {@code null} for none
 * @param tasksPerWorker the number of tasks after which a worker is replaced
 * @param keepsLogs whether the log of a worker's stderr stays when the worker has ended
 * @param stallNanos the time without an answer, ns, after which a worker receives no more tasks until it answers
 * @param bound the maximum number of waiting tasks. A caller that adds more waits.
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
