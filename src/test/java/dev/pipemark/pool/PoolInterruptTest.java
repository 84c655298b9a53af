package dev.pipemark.pool;

import static dev.pipemark.pool.PoolVillains.acts;
import static dev.pipemark.pool.PoolVillains.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches an interrupt that is lost, and tasks that run although their call was interrupted. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PoolInterruptTest {
    /** A call on a full pool, and its result after an interrupt. */
    enum Asking {
        SUBMIT("cancelled, interrupted") {
            @Override
            Object ask(Job<String, String> job, List<String> deeds) {
                return job.submit(deeds.get(0)).isCancelled() ? "cancelled" : "not cancelled";
            }
        },
        MAP("InterruptedException, not interrupted") {
            @Override
            Object ask(Job<String, String> job, List<String> deeds) throws Exception {
                return job.map(deeds);
            }
        },
        MAP_ASYNC("cancelled, interrupted") {
            @Override
            Object ask(Job<String, String> job, List<String> deeds) {
                return job.mapAsync(deeds).isCancelled() ? "cancelled" : "not cancelled";
            }
        },
        MAP_UNORDERED("CancellationException, interrupted") {
            @Override
            Object ask(Job<String, String> job, List<String> deeds) {
                return job.mapUnordered(deeds).next();
            }
        },
        STREAM("CancellationException, interrupted") {
            @Override
            Object ask(Job<String, String> job, List<String> deeds) {
                return job.stream(deeds.iterator()).next();
            }
        },
        STREAM_UNORDERED("CancellationException, interrupted") {
            @Override
            Object ask(Job<String, String> job, List<String> deeds) {
                return job.streamUnordered(deeds.iterator()).next();
            }
        };

        private final String end;

        Asking(String end) {
            this.end = end;
        }

        abstract Object ask(Job<String, String> job, List<String> deeds) throws Exception;

        String tell(Job<String, String> job, List<String> deeds) {
            String what;
            try {
                what = String.valueOf(ask(job, deeds));
            } catch (Exception e) {
                what = e.getClass().getSimpleName();
            }
            return what + (Thread.currentThread().isInterrupted() ? ", interrupted" : ", not interrupted");
        }
    }

    @ParameterizedTest
    @EnumSource
    void interruptAtFullPoolAddsNoTask(Asking asking, @TempDir Path folder) throws Exception {
        Path trace = folder.resolve("trace");
        try (Pool own = PoolVillains.pool("java", 1).maxWaiting(1).open();
                PoolGate gate = new PoolGate()) {
            Job<String, String> job = acts(own);
            CompletableFuture<String> running = job.submit(gate.deed());
            gate.awaitArrival();
            CompletableFuture<String> waiting = job.submit("echo waiting");
            CompletableFuture<String> told = new CompletableFuture<>();
            Thread asker = new Thread(() -> told.complete(asking.tell(job, List.of("touch " + trace))));
            asker.start();
            awaitWaiting(asker);
            asker.interrupt();
            assertThat(get(told)).isEqualTo(asking.end);
            gate.open();
            assertThat(get(running)).isEqualTo(gate.name());
            assertThat(get(waiting)).isEqualTo("waiting");
            assertThat(get(job.submit("echo next"))).isEqualTo("next");
            assertThat(trace).doesNotExist();
        }
    }

    @Test
    void interruptWhileTaskRunsIsReported() throws Exception {
        try (Pool own = PoolVillains.pool("java", 1).open();
                PoolGate gate = new PoolGate()) {
            for (Asking asking : List.of(Asking.MAP, Asking.MAP_UNORDERED, Asking.STREAM, Asking.STREAM_UNORDERED)) {
                CompletableFuture<String> told = new CompletableFuture<>();
                Job<String, String> job = acts(own);
                Thread asker = new Thread(() -> told.complete(asking.tell(job, List.of(gate.deed()))));
                asker.start();
                awaitWaiting(asker);
                asker.interrupt();
                assertThat(get(told)).isEqualTo(asking.end);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo a", "overdraw 1", "halt 9"})
    void callbackMayLeaveThreadInterrupted(String deed) throws Exception {
        try (Pool own = PoolVillains.pool("java", 1).open();
                PoolGate gate = new PoolGate()) {
            Job<String, String> job = acts(own);
            PoolVillains.haveBeenShort(job);
            CompletableFuture<String> first = job.submit("after " + gate.name() + " " + deed);
            CompletableFuture<String> second = job.submit(deed);
            gate.awaitArrival();
            // Added while the future is not done: later, the callback would run on this thread.
            List<CompletableFuture<Boolean>> interrupted = Stream.of(first, second)
                    .map(PoolInterruptTest::interrupting)
                    .toList();
            gate.open();
            for (CompletableFuture<Boolean> one : interrupted) {
                assertThat(get(one)).isTrue();
            }
            for (int i = 0; i < 20; i++) {
                assertThat(get(acts(own).submit("echo " + i))).isEqualTo(Integer.toString(i));
            }
            assertThat(acts(own).map(List.of("echo b", "echo c"))).containsExactly("b", "c");
        }
    }

    private static CompletableFuture<Boolean> interrupting(CompletableFuture<String> future) {
        return future.handle((result, failure) -> {
            Thread.currentThread().interrupt();
            return Thread.currentThread() instanceof PoolThread;
        });
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
