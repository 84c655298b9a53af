package dev.pipemark.pool;

import dev.pipemark.worker.Usage;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks one worker, between its tasks, for its usage so far. */
final class UsageCall extends Call {
    final CompletableFuture<Usage> usage = new CompletableFuture<>();

    UsageCall(Terms terms) {
        super(terms, 1);
    }

    @Override
    Object argument(int index) {
        throw new IllegalStateException("the question has no argument");
    }

    @Override
    void succeed(int index, @Nullable Object result) {
        usage.complete((Usage) result);
    }

    @Override
    void fail(int index, PoolException failure) {
        usage.completeExceptionally(failure);
    }
}
