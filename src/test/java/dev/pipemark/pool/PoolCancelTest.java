package dev.pipemark.pool;

import static dev.pipemark.pool.PoolVillains.acts;
import static dev.pipemark.pool.PoolVillains.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Shape;
import dev.pipemark.pool.PoolVillains.Dawdler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Catches tasks that are ended because of another task's time, tasks that still run after they are cancelled, and
 * neighbours that fail too.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PoolCancelTest {
    private static final String HANG = "codec HANGS_ON_DECODE";

    private static final Duration TIMEOUT = Duration.ofMillis(700);

    @TempDir
    Path folder;

    @Test
    void timeoutFailsOnlyItsTask() throws Exception {
        try (Pool pool = PoolVillains.pool("java", 1).open()) {
            Job<String, String> job = acts(pool);
            PoolVillains.haveBeenShort(job);
            List<String> deeds = new ArrayList<>(Collections.nCopies(41, "echo a"));
            deeds.set(20, HANG);
            Results<String> results =
                    job.timeout(Duration.ofMillis(1_500)).chunk(41).mapUnordered(deeds);
            Set<Long> done = new HashSet<>();
            while (results.hasNext()) {
                TaskOutcome<String> outcome = results.next();
                if (outcome.index() == 20) {
                    assertThat(outcome.failure())
                            .isInstanceOf(TaskTimeoutException.class)
                            .hasMessageContaining("no answer within 1500 ms")
                            .hasMessageContaining("was killed");
                } else {
                    assertThat(outcome.get()).isEqualTo("a");
                    done.add(outcome.index());
                }
            }
            assertThat(done).hasSize(40);
        }
    }

    /** Catches tasks that run twice: the killed worker had finished them and not reported them yet. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void tasksOfKilledWorkerAreNotRepeated() throws Exception {
        Path file = folder.resolve("tally");
        try (Pool pool = PoolVillains.pool("java", 1).open()) {
            Job<String, String> job = acts(pool);
            PoolVillains.haveBeenShort(job);
            Results<String> results = job.timeout(Duration.ofMillis(400)).stream(IntStream.range(0, 12_000)
                    .mapToObj(i -> "tally " + file + " " + i)
                    .iterator());
            Set<Long> told = new HashSet<>();
            int failed = 0;
            while (results.hasNext()) {
                TaskOutcome<String> outcome = results.next();
                told.add(outcome.index());
                if (outcome.failure() != null) {
                    // A task that ends while it is being killed leaves the kill to the next task.
                    assertThat(outcome.failure())
                            .isInstanceOfAny(TaskTimeoutException.class, WorkerDiedException.class);
                    failed++;
                }
                if (told.size() % 3_000 == 1_500) {
                    long pid = pool.processes().get(0).pid();
                    new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start();
                }
            }
            assertThat(told).hasSize(12_000);
            assertThat(failed).isPositive();
            assertThat(Files.readAllLines(file)).doesNotHaveDuplicates().hasSizeBetween(12_000 - failed, 12_000);
        }
    }

    /** The time limit covers the task alone: encoding its argument or opening a codec is not part of it. */
    @Test
    void timeLimitExcludesEncoding() throws Exception {
        try (Pool pool = PoolVillains.pool("java", 1).open()) {
            CompletableFuture<ProcessHandle> end = endOfTheOnlyWorker(pool);
            CompletableFuture<Boolean> killed = new CompletableFuture<>();
            Dawdler dawdler = new Dawdler(() -> killed.complete(endsSoon(end)));
            Job<Dawdler, String> job = pool.job(
                    (Dawdler arrived) -> "arrived", Shape.of(Dawdler.class), Shape.of(String.class), PoolEndTest.class);
            CompletableFuture<String> result = job.timeout(TIMEOUT).submit(dawdler);
            assertThat(get(killed)).isFalse();
            assertThat(get(result)).isEqualTo("arrived");
        }
    }

    /** The time limit does not cover what a callback does with the result. */
    @Test
    void timeLimitExcludesCallbacks() throws Exception {
        try (Pool pool = PoolVillains.pool("java", 1).open()) {
            CompletableFuture<ProcessHandle> end = endOfTheOnlyWorker(pool);
            Job<String, String> job = acts(pool).timeout(TIMEOUT);
            CompletableFuture<Boolean> killed = job.submit("slowly a").thenApply(result -> endsSoon(end));
            assertThat(get(killed)).isFalse();
            assertThat(get(job.submit("echo b"))).isEqualTo("b");
        }
    }

    private static CompletableFuture<ProcessHandle> endOfTheOnlyWorker(Pool pool) throws Exception {
        get(acts(pool).submit("echo up"));
        return pool.processes().get(0).onExit();
    }

    /** Whether the process ends within a time that is longer than the time limit. */
    private static boolean endsSoon(CompletableFuture<ProcessHandle> end) {
        return end.thenApply(handle -> true)
                .completeOnTimeout(false, 1, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void taskCancelledInQueueNeverRuns() throws Exception {
        Path trace = folder.resolve("trace");
        try (Pool pool = PoolVillains.pool("java", 1).open();
                PoolGate gate = new PoolGate()) {
            Job<String, String> job = acts(pool);
            CompletableFuture<String> running = job.submit(gate.deed());
            gate.awaitArrival();
            CompletableFuture<String> queued = job.submit("touch " + trace);
            assertThat(queued.cancel(false)).isTrue();
            CompletableFuture<String> behind = job.submit("echo behind");
            gate.open();
            assertThat(get(behind)).isEqualTo("behind");
            assertThat(get(running)).isEqualTo(gate.name());
            assertThat(trace).doesNotExist();
            assertThat(queued).isCancelled();
        }
    }

    @Test
    void cancellingRunningTaskEndsItsWorker() throws Exception {
        try (Pool pool = PoolVillains.pool("java", 1).open();
                PoolGate gate = new PoolGate()) {
            Job<String, String> job = acts(pool);
            CompletableFuture<String> running = job.submit(gate.deed());
            CompletableFuture<String> behind = job.submit("echo behind");
            gate.awaitArrival();
            CompletableFuture<ProcessHandle> end = pool.processes().get(0).onExit();
            assertThat(running.cancel(true)).isTrue();
            get(end);
            assertThat(get(behind)).isEqualTo("behind");
        }
    }

    @Test
    void taskCancelledInWorkerDoesNotDelayOthers() throws Exception {
        Pool pool = PoolVillains.pool("java", 1).open();
        try (PoolGate gate = new PoolGate();
                PoolGate never = new PoolGate()) {
            Job<String, String> job = acts(pool);
            PoolVillains.haveBeenShort(job);
            CompletableFuture<String> before = job.submit(gate.deed());
            CompletableFuture<String> cancelled = job.submit(never.deed());
            CompletableFuture<String> behind = job.submit("echo behind");
            gate.awaitArrival();
            assertThat(cancelled.cancel(true)).isTrue();
            gate.open();
            assertThat(get(before)).isEqualTo(gate.name());
            assertThat(get(behind)).isEqualTo("behind");
        } finally {
            pool.terminate();
        }
    }
}
