package dev.pipemark.pool;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A task for each argument, and the future of all results. */
final class MapCall<R> extends Call {
    private final Object[] arguments;

    /** The result or the failure, by index. Read when all tasks are settled. */
    private final @Nullable Object[] results;

    private final AtomicInteger left;
    private final CompletableFuture<List<R>> future = new CompletableFuture<>();
    private volatile boolean failed;

    MapCall(Terms terms, Object[] arguments) {
        super(terms, arguments.length);
        this.arguments = arguments;
        results = new Object[arguments.length];
        left = new AtomicInteger(arguments.length);
        if (arguments.length == 0) {
            future.complete(List.of());
        }
    }

    /**
     * Returns the future of the results in order. It fails with the failure of the first task, in order, that failed.
     * Cancelling it drops the tasks that are not sent yet.
     */
    CompletableFuture<List<R>> future() {
        return future;
    }

    @Override
    Object argument(int index) {
        return arguments[index];
    }

    @Override
    void succeed(int index, @Nullable Object result) {
        results[index] = result;
    }

    @Override
    void fail(int index, PoolException failure) {
        results[index] = new Failed(failure);
        failed = true;
    }

    @Override
    void settled(int tasks) {
        if (left.addAndGet(-tasks) == 0) {
            complete();
        }
    }

    @SuppressWarnings("unchecked") // the caller gives the result's shape
    private void complete() {
        if (failed) {
            for (Object result : results) {
                if (result instanceof Failed failure) {
                    future.completeExceptionally(failure.why);
                    return;
                }
            }
        }
        future.complete((List<R>) Collections.unmodifiableList(Arrays.asList(results)));
    }

    @Override
    boolean cancelled() {
        return future.isCancelled();
    }

    /** The entry of a task that failed, in place of its result. No result can be this object. */
    private record Failed(PoolException why) {}
}
