package dev.pipemark.pool;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** As many tasks as there are arguments, and the future of all results. */
final class MapCall<R> extends Call {
    private final Object[] arguments;

    /** By index: the result, or the failure. Read when all have settled. */
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

    /** Of the results, in order; or of what became of the first, by order, that failed. Cancelled, it sends no more. */
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

    @SuppressWarnings("unchecked") // the job's author gives the result's shape
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

    /** Stands in the place of a result, where no value can be mistaken for it. */
    private record Failed(PoolException why) {}
}
