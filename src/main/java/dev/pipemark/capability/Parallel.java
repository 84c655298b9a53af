package dev.pipemark.capability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Computes rows in parallel, as many at a time as there are processors. */
public final class Parallel {
    private static final long LAST_ROWS_SECONDS = 60;

    private Parallel() {}

    /**
     * Computes all rows.
     *
     * @param find computes the results of one row. Called on several threads.
     * @return all results in the order of the rows
     * @throws IOException if a row fails, which is an error of the suite
     */
    public static <R, T> List<T> map(List<R> rows, Function<R, List<T>> find) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(rows.size(), Runtime.getRuntime().availableProcessors())));
        try {
            List<Future<List<T>>> each = new ArrayList<>();
            for (R row : rows) {
                each.add(threads.submit(() -> find.apply(row)));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> row : each) {
                all.addAll(row.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IOException("a row failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the probes were interrupted", e);
        } finally {
            threads.shutdownNow();
            finish(threads);
        }
    }

    /** Waits for the rows under way, because they use files that the caller deletes next. */
    private static void finish(ExecutorService threads) {
        try {
            if (!threads.awaitTermination(LAST_ROWS_SECONDS, TimeUnit.SECONDS)) {
                // The workers of these rows end with this process.
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
