package dev.pipemark.pool;

import static dev.pipemark.pool.PoolVillains.acts;
import static dev.pipemark.pool.PoolVillains.failure;
import static dev.pipemark.pool.PoolVillains.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.worker.Usage;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a task that fails other tasks or the pool, or that fails without a reason. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PoolFailureTest {
    private static Pool pool;

    @BeforeAll
    static void open() throws IOException {
        pool = PoolVillains.pool("java", 2).open();
    }

    @AfterAll
    static void end() {
        // terminate() and not close(): if a task never ends, a test has failed, and the other tests must still report.
        pool.terminate();
    }

    /** One of several slow tasks fails. All others must succeed. */
    private static Throwable among(String deed) throws Exception {
        Job<String, String> job = acts(pool);
        List<CompletableFuture<String>> futures = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            futures.add(job.submit(i == 3 ? deed : "slowly " + i));
        }
        Throwable failure = failure(futures.get(3));
        for (int i = 0; i < 8; i++) {
            if (i != 3) {
                assertThat(get(futures.get(i))).isEqualTo(Integer.toString(i));
            }
        }
        assertThat(acts(pool).map(List.of("slowly a", "slowly b", "slowly c"))).containsExactly("a", "b", "c");
        return failure;
    }

    static Stream<Arguments> deaths() {
        return Stream.of(
                death("codec EXITS_ON_DECODE", "exit code 7", "called System.exit", "had enough"),
                death("codec EXITS_QUIETLY_ON_DECODE", "exit code 0", "called System.exit"),
                death("halt 9", "exit code 9", "called System.exit"),
                death("codec KILLED_ON_DECODE", "SIGKILL", "killed from outside"),
                death("codec CRASHES_ON_DECODE", "its JVM crashed: SIGSEGV", "Unsafe"),
                death(
                        "codec EXHAUSTS_HEAP_ON_DECODE",
                        "exit code 3",
                        "out of memory",
                        "java.lang.OutOfMemoryError: Java heap space"));
    }

    private static Arguments death(String deed, String... parts) {
        return Arguments.of(deed, List.of(parts));
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void workerDeathFailsOneTaskWithCause(String deed, List<String> parts) throws Exception {
        assertThat(among(deed)).isInstanceOfSatisfying(WorkerDiedException.class, died -> {
            assertThat(died).hasMessageContaining("worker " + died.pid() + ": ");
            assertThat(died.getMessage()).contains(parts);
            assertThat(ProcessHandle.of(died.pid())).isEmpty();
        });
    }

    @Test
    void taskExceptionKeepsItsType() throws Exception {
        Throwable failure = among("overdraw 13");
        assertThat(failure)
                .isInstanceOf(TaskException.class)
                .hasMessageContaining("the task threw Overdrawn: overdrawn by 13")
                .hasMessageContaining("caused by IOException: the ledger is closed")
                .hasMessageContaining("in worker ");
        assertThat(failure.getCause()).isInstanceOfSatisfying(PoolVillains.Overdrawn.class, thrown -> {
            assertThat(thrown.cents).isEqualTo(13);
            assertThat(thrown).hasCauseInstanceOf(IOException.class);
            assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("act");
        });
        assertThat(((TaskException) failure).remoteStack())
                .contains("PoolVillains.act(PoolVillains.java", "Caused by: java.io.IOException: the ledger is closed");
    }

    static Stream<Arguments> unserializableExceptions() {
        return Stream.of(
                Arguments.of("unserializable me", "Unserializable: me", "NotSerializableException: java.lang.Object"),
                Arguments.of("undecodable me", "Undecodable: me", "in this process: IllegalStateException"),
                // Its getMessage throws.
                Arguments.of("speechless", "Speechless", "at a loss for words"));
    }

    @ParameterizedTest
    @MethodSource("unserializableExceptions")
    void unserializableExceptionKeepsItsStackTrace(String deed, String thrown, String whyNot) throws Exception {
        Throwable failure = among(deed);
        assertThat(failure)
                .isInstanceOf(TaskException.class)
                .hasNoCause()
                .hasMessageContaining("the task threw ")
                .hasMessageContaining(thrown)
                .hasMessageContaining("could not travel")
                .hasMessageContaining(whyNot);
        assertThat(((TaskException) failure).remoteStack()).contains("PoolVillains.act(PoolVillains.java");
    }

    @Test
    void stackOverflowFailsOnlyItsTask() throws Exception {
        assertThat(among("codec OVERFLOWS_ON_DECODE"))
                .isInstanceOf(TaskException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codec PRINTS_ON_DECODE",
                "codec LEAVES_A_THREAD_ON_DECODE",
                "stay here",
                "close-streams now",
                "close-frames now",
                "close-requests now",
                "interrupt me"
            })
    void misbehavingTaskDoesNotCostItsWorker(String deed) throws Exception {
        try (Pool own = PoolVillains.pool("java", 1).open()) {
            Job<String, String> job = acts(own);
            String pid = get(job.submit("pid"));
            assertThat(get(job.submit(deed))).isNotNull();
            assertThat(get(job.submit("interrupted"))).isEqualTo("false");
            assertThat(get(job.submit("pid"))).isEqualTo(pid);
        }
    }

    @Test
    void exceptionWithThrowingGetCauseDoesNotCostItsWorker() throws Exception {
        try (Pool own = PoolVillains.pool("java", 1).open()) {
            Job<String, String> job = acts(own);
            String pid = get(job.submit("pid"));
            Throwable failure = failure(job.submit("groundless me"));
            assertThat(failure)
                    .isInstanceOf(TaskException.class)
                    .hasMessageContaining("the task threw Groundless: me")
                    .hasMessageContaining("in worker " + pid);
            assertThat(((TaskException) failure).remoteStack()).contains("PoolVillains.act(PoolVillains.java");
            assertThat(get(job.submit("pid"))).isEqualTo(pid);
        }
    }

    /** Logging a failure must not throw. */
    @Test
    void failureCanAlwaysBePrinted() throws Exception {
        StringWriter log = new StringWriter();
        failure(acts(pool).submit("groundless me")).printStackTrace(new PrintWriter(log));
        assertThat(log.toString()).contains("the task threw Groundless: me");
    }

    /** Text that a task writes past System.out must not mix with the frames. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void writingPastSystemOutFailsOnlyItsTask() throws Exception {
        try (Pool own = PoolVillains.pool("java", 1).open()) {
            Job<String, String> job = acts(own);
            // Also as the first task of a worker.
            Throwable failure = failure(job.submit("print hello"));
            assertThat(failure).isInstanceOf(TaskException.class);
            assertThat(failure.getCause()).isInstanceOf(IOException.class).hasMessage("Stream Closed");
            String pid = get(job.submit("pid"));
            assertThat(failure).hasMessageContaining("in worker " + pid);
            assertThat(failure(job.submit("print hello"))).isInstanceOf(TaskException.class);
            assertThat(get(job.submit("pid"))).isEqualTo(pid);
        }
    }

    /** Catches a pool that waits for ever: the worker blocks because nobody reads it, and reads nothing itself. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void workerSendingGarbageIsKilled() throws Exception {
        try (Pool own = PoolVillains.pool("java", 1).open()) {
            Job<String, String> job = acts(own);
            PoolVillains.haveBeenShort(job);
            String large = "echo " + "x".repeat(100_000);
            List<CompletableFuture<String>> futures = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                futures.add(job.submit(i == 10 ? "garble nonsense" : large));
            }
            int died = 0;
            for (CompletableFuture<String> future : futures) {
                try {
                    get(future);
                } catch (ExecutionException e) {
                    assertThat(e.getCause())
                            .isInstanceOf(WorkerDiedException.class)
                            .hasMessageContaining("something other than frames");
                    died++;
                }
            }
            assertThat(died).isBetween(1, 89);
            assertThat(get(job.submit("echo on"))).isEqualTo("on");
        }
    }

    /** The child process holds the worker's pipes open, so neither end would ever see them close. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void childProcessMayOutliveWorker() throws Exception {
        Pool own = PoolVillains.pool("java", 1).open();
        ProcessHandle orphan = null;
        try (PoolGate gate = new PoolGate()) {
            orphan = ProcessHandle.of(Long.parseLong(get(acts(own).submit("orphan 60"))))
                    .orElseThrow();
            // A new job has no measured time. Otherwise the measured time of the task before would delay this one.
            Job<String, String> job = acts(own);
            PoolVillains.haveBeenShort(job);
            CompletableFuture<String> end = job.submit("after " + gate.name() + " halt 9");
            gate.awaitArrival();
            List<CompletableFuture<String>> behind = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                behind.add(job.submit("echo " + "x".repeat(1_000)));
            }
            gate.open();
            assertThat(failure(end)).isInstanceOf(WorkerDiedException.class).hasMessageContaining("exit code 9");
            for (CompletableFuture<String> future : behind) {
                assertThat(future.handle((result, failure) -> failure == null || failure instanceof WorkerDiedException)
                                .get(20, TimeUnit.SECONDS))
                        .isTrue();
            }
            assertThat(get(acts(own).submit("echo next"))).isEqualTo("next");
            own.terminate();
            assertThat(orphan.isAlive()).isTrue();
        } finally {
            if (orphan != null) {
                orphan.destroyForcibly();
            }
            own.terminate();
        }
    }

    /** Catches an exit that is treated as the regular end of a worker after its maximum number of tasks. */
    @Test
    void deathInLastTaskFailsUsageRequest() throws Exception {
        try (PoolGate gate = new PoolGate();
                Pool own = PoolVillains.pool("java", 1).maxTasksPerWorker(1).open()) {
            CompletableFuture<String> end = acts(own).submit("after " + gate.name() + " halt 9");
            gate.awaitArrival();
            CompletableFuture<Usage> usage = own.usage().get(0);
            gate.open();
            assertThat(failure(end)).isInstanceOf(WorkerDiedException.class);
            assertThat(failure(usage)).hasMessageContaining("exit code 9");
        }
    }

    @Test
    void workerKilledWhileIdleIsReplaced() throws Exception {
        try (Pool own = PoolVillains.pool("java", 1).open()) {
            Job<String, String> job = acts(own);
            CompletableFuture<Void> end = endOfTheOnlyWorker(own, job);
            own.processes().forEach(ProcessHandle::destroyForcibly);
            get(end);
            awaitReplacement(own, job);
        }
    }

    private static CompletableFuture<Void> endOfTheOnlyWorker(Pool own, Job<String, String> job) throws Exception {
        ProcessHandle worker =
                ProcessHandle.of(Long.parseLong(get(job.submit("pid")))).orElseThrow();
        assertThat(own.processes()).containsExactly(worker);
        return worker.onExit().thenAccept(handle -> {});
    }

    /** The next task succeeds once the pool has noticed the death by itself. */
    private static void awaitReplacement(Pool own, Job<String, String> job) throws Exception {
        while (own.processes().stream().noneMatch(ProcessHandle::isAlive)) {
            Thread.onSpinWait();
        }
        assertThat(get(job.submit("echo next"))).isEqualTo("next");
    }

    @Test
    void workerEndsWithItsKilledParent() throws Exception {
        try (PoolGate gate = new PoolGate()) {
            Process parent = new ProcessBuilder(
                            WorkerSettings.ownLauncher(),
                            "-Xmx64m",
                            "-cp",
                            Objects.requireNonNull(System.getProperty("java.class.path")),
                            ForlornPool.class.getName(),
                            gate.deed())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                gate.awaitArrival();
                List<ProcessHandle> workers = parent.toHandle().children().toList();
                assertThat(workers).hasSize(1);
                CompletableFuture<ProcessHandle> end = workers.get(0).onExit();
                parent.destroyForcibly();
                assertThat(end.get(60, TimeUnit.SECONDS).isAlive()).isFalse();
            } finally {
                parent.destroyForcibly();
            }
        }
    }

    /** Runs one task in a pool and waits. */
    static final class ForlornPool {
        public static void main(String[] arguments) throws Exception {
            try (Pool pool = PoolVillains.plain("java", 1).open()) {
                acts(pool).submit(arguments[0]).join();
            }
        }
    }
}
