package dev.pipemark.pool;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One task and the future of its result. Cancelling the future with interruption ends the worker that runs the task.
 */
final class FutureCall<R> extends Call {
    private final Object argument;
    private final TaskFuture<R> future = new TaskFuture<>(this);
    private volatile boolean unwanted;

    FutureCall(Terms terms, Object argument) {
        super(terms, 1);
        this.argument = argument;
    }

    CompletableFuture<R> future() {
        return future;
    }

    @Override
    Object argument(int index) {
        return argument;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the caller gives the result's shape; null is a result
    void succeed(int index, @Nullable Object result) {
        future.complete((R) result);
    }

    @Override
    void fail(int index, PoolException failure) {
        future.completeExceptionally(failure);
    }

    @Override
    boolean cancelled() {
        return future.isCancelled();
    }

    @Override
    boolean unwanted() {
        return unwanted;
    }

    private void end() {
        unwanted = true;
        terms.clock().start();
    }

    private static final class TaskFuture<R> extends CompletableFuture<R> {
        private final FutureCall<R> call;

        TaskFuture(FutureCall<R> call) {
            this.call = call;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && mayInterruptIfRunning) {
                call.end();
            }
            return cancelled;
        }
    }
}
