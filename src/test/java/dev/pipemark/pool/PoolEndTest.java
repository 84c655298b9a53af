package dev.pipemark.pool;

import static dev.pipemark.pool.PoolVillains.BEGIN;
import static dev.pipemark.pool.PoolVillains.acts;
import static dev.pipemark.pool.PoolVillains.failure;
import static dev.pipemark.pool.PoolVillains.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.worker.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches workers that start or end wrongly, and pools that do not end or that lose tasks when they end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PoolEndTest {
    private static final String HANG = "codec HANGS_ON_DECODE";

    private static final int ASKERS = 3;

    @TempDir
    Path folder;

    private static PoolBuilder initialized(PoolBuilder builder, boolean shipped) throws Exception {
        return shipped
                ? builder.initializer(
                        () -> {
                            PoolVillains.begin();
                            return "begun";
                        },
                        PoolEndTest.class)
                : builder.initializer(Named.method(PoolVillains.class, "begin"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void workerIsInitializedOnceAndReplacedAfterMaxTasks(boolean shipped) throws Exception {
        try (Pool pool = initialized(PoolVillains.pool("java", 1), shipped)
                .maxTasksPerWorker(3)
                .open()) {
            Job<String, String> job = acts(pool).chunk(7);
            List<String> results = job.map(List.of("pid", "pid", "begun", "pid", "begun", "pid", "pid"));
            assertThat(results.subList(0, 2)).containsOnly(results.get(0));
            assertThat(results.get(5)).isEqualTo(results.get(3));
            assertThat(Set.of(results.get(0), results.get(3), results.get(6))).hasSize(3);
            assertThat(List.of(results.get(2), results.get(4))).containsOnly("1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "overdraw 5,             60, the initializer failed, overdrawn by 5",
        "unserializable initial, 60, the initializer failed, Unserializable: initial",
        "codec EXITS_ON_DECODE,  60, exit code 7,            had enough",
        "codec HANGS_ON_DECODE,  1,  not ready within 1000 ms, was killed"
    })
    void failingInitializerStopsPool(String deed, int seconds, String first, String second) throws Exception {
        try (Pool pool = initialized(PoolVillains.pool("java", 2, BEGIN + deed), false)
                .startTimeout(Duration.ofSeconds(seconds))
                .open()) {
            Job<String, String> job = acts(pool);
            List<CompletableFuture<String>> futures =
                    Stream.of("echo a", "echo b", "echo c").map(job::submit).toList();
            for (CompletableFuture<String> future : futures) {
                assertGaveUp(failure(future), first, second);
            }
            assertGaveUp(failure(job.submit("echo d")), first, second);
        }
    }

    private static void assertGaveUp(Throwable failure, String... parts) {
        assertThat(failure).isInstanceOf(PoolClosedException.class).hasMessageContaining("gave up after 3 workers");
        assertThat(failure.getMessage()).contains(parts);
    }

    @Test
    void poolThatGivesUpFailsTasksOfLivingWorkers() throws Exception {
        Path trouble = folder.resolve("trouble");
        Pool pool = initialized(PoolVillains.pool("java", 2, BEGIN + "once " + trouble), false)
                .open();
        try (PoolGate gate = new PoolGate()) {
            Results<String> results = acts(pool).chunk(10).mapUnordered(Collections.nCopies(20, gate.deed()));
            CompletableFuture<List<PoolException>> failures = CompletableFuture.supplyAsync(() -> {
                List<PoolException> all = new ArrayList<>();
                results.forEachRemaining(outcome -> all.add(outcome.failure()));
                return all;
            });
            gate.awaitArrival();
            gate.awaitArrival();
            Files.createFile(trouble);
            pool.processes().get(0).destroyForcibly();
            List<PoolException> all = get(failures);
            assertThat(all).hasSize(20);
            assertThat(all.stream().filter(WorkerDiedException.class::isInstance))
                    .hasSize(1);
            all.stream()
                    .filter(failure -> !(failure instanceof WorkerDiedException))
                    .forEach(failure -> assertGaveUp(failure, "overdrawn by 5"));
        } finally {
            pool.terminate();
        }
    }

    @Test
    void closeFinishesTasksAndAcceptsNoMore() throws Exception {
        Job<String, String> job;
        List<CompletableFuture<String>> futures = new ArrayList<>();
        List<ProcessHandle> processes;
        try (Pool pool = PoolVillains.pool("java", 2).open()) {
            job = acts(pool);
            get(job.submit("echo up"));
            for (int i = 0; i < 20; i++) {
                futures.add(job.submit("slowly " + i));
            }
            processes = pool.processes();
        }
        assertThat(futures).allMatch(CompletableFuture::isDone);
        for (int i = 0; i < 20; i++) {
            assertThat(get(futures.get(i))).isEqualTo(Integer.toString(i));
        }
        assertThat(processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(failure(job.submit("echo late")))
                .isInstanceOf(PoolClosedException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void usageRequestDuringCloseIsAnswered() throws Exception {
        Pool pool = PoolVillains.pool("java", 2).open();
        Job<String, String> job = acts(pool);
        get(job.submit("echo up"));
        AtomicBoolean closed = new AtomicBoolean();
        CountDownLatch asking = new CountDownLatch(ASKERS);
        List<CompletableFuture<Integer>> askers = new ArrayList<>();
        for (int i = 0; i < ASKERS; i++) {
            askers.add(CompletableFuture.supplyAsync(
                    () -> askUntil(closed, asking, pool), task -> new Thread(task).start()));
        }
        assertThat(asking.await(20, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<String>> tasks =
                Stream.of("slowly a", "slowly b", "slowly c").map(job::submit).toList();
        pool.close();
        closed.set(true);
        assertThat(tasks).allMatch(CompletableFuture::isDone);
        for (CompletableFuture<Integer> asker : askers) {
            assertThat(get(asker)).isPositive();
        }
        assertThat(pool.usage()).isEmpty();
    }

    /** Returns how many usage requests were answered. */
    private static int askUntil(AtomicBoolean closed, CountDownLatch asking, Pool pool) {
        int told = 0;
        boolean heard = false;
        do {
            for (CompletableFuture<Usage> usage : pool.usage()) {
                told += usage.handle((used, failure) -> used == null ? 0 : 1).join();
            }
            if (told > 0 && !heard) {
                heard = true;
                asking.countDown();
            }
        } while (!closed.get());
        return told;
    }

    /** Immediate replacement would start processes without end. */
    @Test
    void workerThatDiesIdleIsReplacedWithPauses() throws Exception {
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        try (PoolGate gate = new PoolGate()) {
            Pool pool = initialized(PoolVillains.pool("java", 1, BEGIN + "leave " + gate.name()), false)
                    .open();
            Thread slot = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread instanceof Slot && !others.contains(thread))
                    .findFirst()
                    .orElseThrow();
            int starts = 0;
            boolean paused = false;
            try {
                while (!paused && starts < 10) {
                    gate.awaitArrival();
                    starts++;
                    List<ProcessHandle> worker = awaitAnother(List.of(), pool, () -> false);
                    gate.letPass();
                    paused = awaitAnother(worker, pool, () -> LockSupport.getBlocker(slot) == slot)
                            .isEmpty();
                }
            } finally {
                pool.terminate();
            }
            assertThat(paused).isTrue();
            // The first death may be an accident.
            assertThat(starts).isGreaterThan(1);
            assertThat(slot.isAlive()).isFalse();
            assertThat(failure(acts(pool).submit("echo a"))).hasMessageContaining("terminated");
        }
    }

    /** Waits until the workers have changed. Returns no workers if something else happens first. */
    private static List<ProcessHandle> awaitAnother(List<ProcessHandle> before, Pool pool, BooleanSupplier or) {
        List<ProcessHandle> now = pool.processes();
        while (now.isEmpty() || now.equals(before)) {
            if (or.getAsBoolean()) {
                return List.of();
            }
            now = pool.processes();
        }
        return now;
    }

    @Test
    void terminateEndsHangingTask() throws Exception {
        try (Pool pool = PoolVillains.pool("java", 1).open();
                PoolGate gate = new PoolGate()) {
            Job<String, String> job = acts(pool);
            List<CompletableFuture<String>> futures =
                    Stream.of(gate.deed(), HANG, "echo a").map(job::submit).toList();
            gate.awaitArrival();
            ProcessHandle worker = pool.processes().get(0);
            pool.terminate();
            assertThat(worker.isAlive()).isFalse();
            for (CompletableFuture<String> future : futures) {
                assertThat(future).isDone();
                assertThat(failure(future))
                        .isInstanceOf(PoolClosedException.class)
                        .hasMessageContaining("terminated");
            }
        }
    }

    @Test
    void callbackMayTerminate() throws Exception {
        Pool pool = PoolVillains.pool("java", 1).open();
        CompletableFuture<Void> terminated = acts(pool).submit("echo a").thenAccept(result -> pool.terminate());
        get(terminated);
        pool.close();
        assertThat(failure(acts(pool).submit("echo b"))).isInstanceOf(PoolClosedException.class);
    }
}
