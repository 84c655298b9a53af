package dev.pipemark.pool;

import static dev.pipemark.pool.PoolVillains.acts;
import static dev.pipemark.pool.PoolVillains.failure;
import static dev.pipemark.pool.PoolVillains.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a pool that exceeds its bound, one that locks up when it is full, and tasks that wait for no reason. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PoolFlowTest {
    private static final int BOUND = 8;
    private static final int REQUESTS = 300;
    /** Enough tasks that a second worker starts in time for some. */
    private static final int MANY = 10_000;

    private static final long NEVER = Long.MAX_VALUE;
    private static final int CAPTURED = 300_000;

    private static Pool pool;

    @BeforeAll
    static void open() throws IOException {
        pool = PoolVillains.pool("java", 2).maxWaiting(BOUND).open();
    }

    @AfterAll
    static void end() {
        // terminate() and not close(): if a task never ends, a test has failed, and the other tests must still report.
        pool.terminate();
    }

    /** An iterator that never ends and counts its elements. */
    private static final class Endless implements Iterator<String> {
        private int given;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public String next() {
            return "echo " + given++;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, BOUND})
    void streamTakesArgumentsUpToBound(int chunk) throws Exception {
        Endless endless = new Endless();
        try (Results<String> results = acts(pool).chunk(chunk).stream(endless)) {
            for (int i = 0; i < 200; i++) {
                assertThat(results.next()).isEqualTo(new TaskOutcome<>(i, Integer.toString(i), null));
                assertThat(endless.given).isBetween(i + 1, i + BOUND);
            }
        }
    }

    @Test
    void unorderedStreamTakesArgumentsUpToBound() throws Exception {
        Endless endless = new Endless();
        Set<Long> seen = new HashSet<>();
        try (Results<String> results = acts(pool).streamUnordered(endless)) {
            for (int i = 0; i < 200; i++) {
                TaskOutcome<String> outcome = results.next();
                assertThat(outcome.get()).isEqualTo(Long.toString(outcome.index()));
                seen.add(outcome.index());
                assertThat(endless.given).isBetween(i + 1, i + BOUND);
            }
        }
        assertThat(seen).hasSize(200);
    }

    @Test
    void streamReportsFailuresInOrderAndContinues() throws Exception {
        try (Results<String> results = acts(pool).stream(
                List.of("echo a", "overdraw 3", "nothing", "echo b").iterator())) {
            assertThat(results.next().get()).isEqualTo("a");
            assertThat(results.next().failure()).isInstanceOf(TaskException.class);
            assertThat(results.next()).isEqualTo(new TaskOutcome<String>(2, null, null));
            assertThat(results.next().get()).isEqualTo("b");
            assertThat(results.hasNext()).isFalse();
        }
    }

    @Test
    void submitWaitsWhilePoolIsFull() throws Exception {
        int tasks = 4 * BOUND;
        List<CompletableFuture<String>> futures = new ArrayList<>();
        AtomicInteger submitted = new AtomicInteger();
        Job<String, String> job = acts(pool);
        try (PoolGate gate = new PoolGate()) {
            String deed = gate.deed();
            Thread submitter = new Thread(() -> {
                while (submitted.get() < tasks) {
                    futures.add(job.submit(deed));
                    submitted.incrementAndGet();
                }
            });
            submitter.start();
            gate.awaitArrival();
            gate.awaitArrival();
            awaitWaiting(submitter, () -> submitted.get() >= BOUND);
            // Each worker has one task, and the last call has not returned.
            assertThat(submitted.get()).isBetween(BOUND, BOUND + 2);
            gate.open();
            submitter.join();
            for (CompletableFuture<String> future : futures) {
                assertThat(get(future)).isEqualTo(gate.name());
            }
        }
        assertThat(futures).hasSize(tasks);
    }

    @Test
    void submitWaitingAtFullPoolFailsWhenPoolEnds() throws Exception {
        List<CompletableFuture<String>> futures = new ArrayList<>();
        try (Pool own = PoolVillains.pool("java", 1).maxWaiting(1).open()) {
            Job<String, String> job = acts(own);
            Thread submitter = new Thread(() -> {
                for (int i = 0; i < 5; i++) {
                    futures.add(job.submit("codec HANGS_ON_DECODE"));
                }
            });
            submitter.start();
            awaitWaiting(submitter, () -> true);
            own.terminate();
            submitter.join();
        }
        assertThat(futures).hasSize(5);
        for (CompletableFuture<String> future : futures) {
            assertThat(failure(future)).isInstanceOf(PoolClosedException.class).hasMessageContaining("terminated");
        }
    }

    private static void awaitWaiting(Thread thread, java.util.function.BooleanSupplier also) {
        while (thread.getState() != Thread.State.WAITING || !also.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void callbackMaySubmitToFullPool() throws Exception {
        Job<String, String> job = acts(pool);
        AtomicInteger left = new AtomicInteger(20 * BOUND);
        CompletableFuture<String> done = new CompletableFuture<>();
        for (int i = 0; i < 2 * BOUND; i++) {
            submitAgain(job, left, done);
        }
        assertThat(get(done)).isEqualTo("again");
    }

    private static void submitAgain(Job<String, String> job, AtomicInteger left, CompletableFuture<String> done) {
        var unused = job.submit("echo again").whenComplete((result, failed) -> {
            int now = left.decrementAndGet();
            if (failed != null) {
                done.completeExceptionally(failed);
            } else if (now == 0) {
                done.complete(result);
            } else if (now > 0) {
                submitAgain(job, left, done);
                submitAgain(job, left, done);
            }
        });
    }

    @Test
    void throwingCallbackFailsOnlyItsDependents() throws Exception {
        Job<String, String> job = acts(pool);
        List<CompletableFuture<String>> futures = Stream.of("a", "b", "c")
                .map(name -> job.submit("slowly " + name))
                .toList();
        CompletableFuture<String> dependent = futures.get(0).thenApply(result -> {
            throw new AssertionError("no use for " + result);
        });
        assertThat(failure(dependent)).hasMessage("no use for a").isInstanceOf(AssertionError.class);
        assertThat(get(futures.get(0))).isEqualTo("a");
        assertThat(get(futures.get(1)) + get(futures.get(2))).isEqualTo("bc");
        assertThat(get(job.submit("echo d"))).isEqualTo("d");
    }

    @Test
    void taskGoesToFreeWorker() throws Exception {
        Job<String, String> slow = acts(pool);
        Job<String, String> fast = acts(pool);
        PoolVillains.haveBeenShort(fast);
        try (PoolGate gate = new PoolGate()) {
            CompletableFuture<String> held = slow.submit(gate.deed());
            gate.awaitArrival();
            for (int i = 0; i < 20; i++) {
                assertThat(get(fast.submit("echo " + i))).isEqualTo(Integer.toString(i));
            }
            assertThat(held).isNotDone();
        }
    }

    /** Matters most if the replaced worker takes long to start. */
    @Test
    void taskGoesToReplacedWorker() throws Exception {
        try (Pool own = PoolVillains.pool("java", 2).stallAfter(NEVER).open();
                PoolGate gate = new PoolGate()) {
            awaitWorkers(own);
            Job<String, String> job = acts(own);
            PoolVillains.haveBeenShort(job);
            CompletableFuture<String> held = job.submit(gate.deed());
            gate.awaitArrival();
            ProcessHandle idle =
                    ProcessHandle.of(Long.parseLong(get(job.submit("pid")))).orElseThrow();
            PoolVillains.haveBeenShort(job);
            idle.destroyForcibly();
            // The task was sent to the dead worker and lost, or was sent to none and kept.
            CompletableFuture<String> first = job.submit("echo first");
            while (own.processes().contains(idle) || !first.isDone()) {
                Thread.onSpinWait();
            }
            assertThat(get(job.submit("echo second"))).isEqualTo("second");
            assertThat(held).isNotDone();
        }
    }

    /** If the other job's tasks are slow, none waits. If they have two in flight, one sent with it may wait. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void fewTasksWaitBehindSlowTaskOfOtherJob(int window) throws Exception {
        try (Pool own = PoolVillains.pool("java", 2).stallAfter(NEVER).open();
                PoolGate gate = new PoolGate()) {
            awaitWorkers(own);
            Job<String, String> slow = acts(own);
            if (window > 1) {
                slow.state().answered(1, JobState.SLOW_NANOS * 6 / 10);
            }
            assertThat(slow.state().window()).isEqualTo(window);
            Job<String, String> fast = acts(own).chunk(1);
            PoolVillains.haveBeenShort(fast);
            CompletableFuture<String> held = slow.submit(gate.deed());
            gate.awaitArrival();
            Results<String> results = fast.mapUnordered(Collections.nCopies(MANY, "echo short"));
            for (int i = 0; i < MANY - (window - 1); i++) {
                assertThat(results.next().get()).isEqualTo("short");
            }
            assertThat(held).isNotDone();
        }
    }

    @Test
    void tasksDoNotWaitBehindStalledTask() throws Exception {
        try (Pool own = PoolVillains.pool("java", 2).stallAfter(0).open();
                PoolGate gate = new PoolGate()) {
            awaitWorkers(own);
            Job<String, String> job = acts(own).chunk(1);
            PoolVillains.haveBeenShort(job);
            CompletableFuture<String> held = job.submit(gate.deed());
            gate.awaitArrival();
            assertThat(get(job.mapAsync(Collections.nCopies(MANY, "echo short"))))
                    .hasSize(MANY)
                    .containsOnly("short");
            assertThat(held).isNotDone();
        }
    }

    static Stream<Arguments> slowAfterShort() {
        return IntStream.rangeClosed(1, 3)
                .boxed()
                .flatMap(workers -> Stream.of(Arguments.of(workers, true), Arguments.of(workers, false)));
    }

    /** As many slow tasks as workers: each worker gets one, although the job's tasks were short so far. */
    @ParameterizedTest
    @MethodSource("slowAfterShort")
    void slowTasksAfterShortOnesRunInParallel(int workers, boolean together) throws Exception {
        try (Pool own = PoolVillains.pool("java", workers).open();
                PoolGate gate = new PoolGate()) {
            awaitWorkers(own);
            Job<String, String> job = acts(own).chunk(1);
            for (int i = 0; i < 2_000; i++) {
                assertThat(get(job.submit("echo short"))).isEqualTo("short");
            }
            PoolVillains.haveBeenShort(job);
            List<String> deeds = Collections.nCopies(workers, gate.deed());
            List<CompletableFuture<?>> slow = together
                    ? List.of(job.mapAsync(deeds))
                    : List.copyOf(deeds.stream().map(job::submit).toList());
            for (int i = 0; i < workers; i++) {
                gate.awaitArrival();
            }
            gate.open();
            for (CompletableFuture<?> one : slow) {
                get(one);
            }
        }
    }

    private static void awaitWorkers(Pool own) {
        while (own.processes().size() < own.workers()) {
            Thread.onSpinWait();
        }
    }

    /** Catches a slow task that seems short because it ran while the answer before it was being passed on. */
    @Test
    void slowCallbackDoesNotShortenNextTasksTime() throws Exception {
        try (Pool own = PoolVillains.pool("java", 1).open()) {
            awaitWorkers(own);
            Job<String, String> job = acts(own);
            // Repeats until the tasks take no longer than they must.
            job.map(List.of("slowly a", "slowly b", "slowly c"));
            List<CompletableFuture<String>> next = new ArrayList<>();
            CompletableFuture<Void> told = job.submit("slowly 1").thenRun(() -> {
                Stream.of("slowly 2", "halt 9", "slowly 4").forEach(task -> next.add(job.submit(task)));
                dawdle();
            });

            get(told);
            assertThat(get(next.get(0))).isEqualTo("2");
            assertThat(failure(next.get(1))).isInstanceOf(WorkerDiedException.class);
            assertThat(get(next.get(2))).isEqualTo("4");
        }
    }

    /** Takes longer than a slow task. */
    private static void dawdle() {
        long end = System.nanoTime() + 2 * JobState.SLOW_NANOS;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @Test
    void mapUnorderedRunsWithoutConsumer() throws Exception {
        try (PoolGate gate = new PoolGate()) {
            Results<String> results = acts(pool).mapUnordered(List.of(gate.deed(), gate.deed()));
            gate.awaitArrival();
            gate.awaitArrival();
            gate.open();
            assertThat(results.next().get()).isEqualTo(results.next().get());
        }
    }

    /** The captured values exceed the worker's memory in sum. */
    @Test
    void manyJobsDoNotFillWorkerMemory() throws Exception {
        Shape<Integer> number = Shape.of(Integer.class);
        try (Pool own = PoolVillains.pool("java", 1, "-Xmx64m").open()) {
            String pid = get(acts(own).submit("pid"));
            List<Job<Integer, Integer>> first = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                byte[] captured = new byte[CAPTURED + i];
                Job<Integer, Integer> job =
                        own.job(added -> captured.length + added, number, number, PoolFlowTest.class, byte[].class);
                assertThat(get(job.submit(i))).isEqualTo(CAPTURED + 2 * i);
                if (i == 0) {
                    first.add(job);
                }
            }
            assertThat(get(first.get(0).submit(7))).isEqualTo(CAPTURED + 7);
            assertThat(get(acts(own).submit("pid"))).isEqualTo(pid);
        }
    }
}
