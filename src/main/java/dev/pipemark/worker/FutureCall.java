package dev.pipemark.worker;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One task, and the future of its result. Cancelled with interruption it ends the worker that runs it. */
final class FutureCall<R> extends Call {
    private final Object argument;
    private final TaskFuture<R> future = new TaskFuture<>(this);
    private volatile @Nullable Lane lane;

    FutureCall(Job<?, R> job, Object argument) {
        super(job, 1);
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
    @SuppressWarnings({"unchecked", "NullAway"}) // the job's author gives the result's shape; null is a result
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
    void sentTo(Lane to) {
        lane = to;
    }

    private void kill() {
        Lane running = lane;
        if (running != null) {
            running.killFor(this);
        }
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
                call.kill();
            }
            return cancelled;
        }
    }
}
