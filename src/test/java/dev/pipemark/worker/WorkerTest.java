package dev.pipemark.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pipemark.worker.Villains.Villain;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches a worker that kills its parent, blocks it, outlives it, or dies without a reason. */
final class WorkerTest {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path services;

    @BeforeEach
    void makeFolder() throws IOException {
        services = Files.createDirectory(folder.resolve("services"));
    }

    private Worker start(Villain villain, Duration deadline) throws IOException {
        WorkerSettings settings =
                new WorkerSettings(Villains.packed(services), QuickStart.packed("-Xmx64m"), folder, deadline);
        return Worker.start(settings, villain.id(), Villains.PAYLOAD);
    }

    private static Caller<String> caller(Worker worker, Villain villain) throws Exception {
        return new Caller<>(worker, Villains.codec(villain), new Villains.Greeting());
    }

    static Stream<Arguments> villains() {
        return Stream.of(
                Arguments.of(Villain.THROWS_ON_DECODE, WorkerException.Refused.class, "cannot make sense of hello"),
                Arguments.of(Villain.EXITS_ON_DECODE, WorkerException.Died.class, "exit code 7"),
                Arguments.of(Villain.EXITS_ON_DECODE, WorkerException.Died.class, "had enough"),
                Arguments.of(Villain.EXITS_QUIETLY_ON_DECODE, WorkerException.Died.class, "exit code 0"),
                Arguments.of(Villain.KILLED_ON_DECODE, WorkerException.Died.class, "SIGKILL"),
                Arguments.of(Villain.CRASHES_ON_DECODE, WorkerException.Died.class, "its JVM crashed: SIGSEGV"),
                Arguments.of(Villain.HANGS_ON_DECODE, WorkerException.Hung.class, "no answer within 2 s"),
                Arguments.of(Villain.SPINS_ON_DECODE, WorkerException.Hung.class, "no answer within 2 s"),
                Arguments.of(Villain.OVERFLOWS_ON_DECODE, WorkerException.Refused.class, "StackOverflowError"),
                Arguments.of(Villain.EXHAUSTS_HEAP_ON_DECODE, WorkerException.Refused.class, "OutOfMemoryError"),
                Arguments.of(Villain.HUGE_REPLY, WorkerException.Refused.class, "exceeds the limit"),
                Arguments.of(
                        Villain.PRINTS_INTO_THE_FRAMES_ON_DECODE, WorkerException.Confused.class, "worker was killed"),
                Arguments.of(Villain.REFUSES_ON_OPEN, WorkerException.Died.class, "carries nothing at all"));
    }

    @ParameterizedTest
    @MethodSource("villains")
    void failureNamesItsCause(Villain villain, Class<? extends Exception> expected, String message) throws Exception {
        boolean hangs = expected == WorkerException.Hung.class;
        try (Worker worker = start(villain, hangs ? SHORT : LONG)) {
            Throwable thrown = catchThrowable(() -> {
                worker.hello();
                caller(worker, villain == Villain.REFUSES_ON_OPEN ? Villain.HONEST : villain)
                        .call("hello", 0);
            });
            assertThat(thrown).isInstanceOf(expected).hasMessageContaining(message);
            assertThat(String.valueOf(thrown.getMessage()).lines()).hasSize(1);
            worker.close();
            assertThat(worker.process().isAlive()).isFalse();
        }
    }

    /** Catches a large value that is reported as a hang because it has the deadline of a small one. */
    @Test
    void largeValueGetsLongerDeadline() throws Exception {
        try (Worker worker = start(Villain.HANGS_ON_DECODE, Duration.ofSeconds(1))) {
            worker.expect(4 << 20);
            assertThatThrownBy(() -> {
                        worker.hello();
                        caller(worker, Villain.HANGS_ON_DECODE).call("hello", 0);
                    })
                    .isInstanceOf(WorkerException.Hung.class)
                    .hasMessageContaining("no answer within 3 s");
        }
    }

    @Test
    void workerContinuesAfterRefusal() throws Exception {
        try (Worker worker = start(Villain.OVERFLOWS_ON_DECODE, LONG)) {
            worker.hello();
            Caller<String> caller = caller(worker, Villain.OVERFLOWS_ON_DECODE);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> caller.call("hello", 0)).isInstanceOf(WorkerException.Refused.class);
            }
            assertThat(caller.usage().cpuNanos()).isPositive();
        }
    }

    @Test
    void printedTextStaysOutOfFrames() throws Exception {
        try (Worker worker = start(Villain.PRINTS_ON_DECODE, LONG)) {
            worker.hello();
            assertThat(caller(worker, Villain.PRINTS_ON_DECODE).call("hello", 0))
                    .isEqualTo("hello");
        }
        try (Stream<Path> logs = Files.list(folder)) {
            assertThat(logs.filter(path -> path.toString().endsWith(".log")).map(WorkerTest::read))
                    .anyMatch(text -> text.contains("decoding hello"));
        }
    }

    /** Catches a worker in the folder of this process, where a library that creates files would leave them. */
    @Test
    void createdFilesAreDeletedWithTheWorker() throws Exception {
        try (Worker worker = start(Villain.LITTERS_ON_DECODE, LONG)) {
            worker.hello();
            caller(worker, Villain.HONEST).call("hello", 0);
            assertThat(litter()).hasSize(1);
        }
        assertThat(litter()).isEmpty();
        assertThat(Path.of(Villains.LITTER)).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(Files::isDirectory)).containsExactly(folder.resolve("services"));
        }
    }

    private List<Path> litter() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(Villains.LITTER)).toList();
        }
    }

    /** Catches a worker that looks for relative paths in its own folder. */
    @Test
    void relativePathsAreThoseOfThisProcess() throws Exception {
        String relative = Stream.of(Villains.classPath(services).split(File.pathSeparator))
                .map(WorkerTest::relative)
                .collect(Collectors.joining(File.pathSeparator));
        WorkerSettings settings = new WorkerSettings(
                relative(WorkerSettings.ownLauncher()), relative, QuickStart.with("-Xmx64m"), folder, LONG);
        try (Worker worker = Worker.start(settings, Villain.HONEST.id(), Villains.PAYLOAD)) {
            worker.hello();
            assertThat(caller(worker, Villain.HONEST).call("hello", 0)).isEqualTo("hello");
        }
    }

    private static String relative(String path) {
        return Path.of("")
                .toAbsolutePath()
                .relativize(Path.of(path).toAbsolutePath())
                .toString();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void leftoverThreadDoesNotKeepWorkerAlive() throws Exception {
        Worker worker = start(Villain.LEAVES_A_THREAD_ON_DECODE, LONG);
        try (worker) {
            worker.hello();
            caller(worker, Villain.LEAVES_A_THREAD_ON_DECODE).call("hello", 0);
        }
        assertThat(worker.process().isAlive()).isFalse();
    }

    @Test
    void windowedStreamIsAcknowledged() throws Exception {
        try (Worker worker = start(Villain.HONEST, LONG)) {
            worker.hello();
            Caller<String> caller = caller(worker, Villain.HONEST);
            for (int window : new int[] {1, 3, 64}) {
                for (int i = 0; i < 1000; i++) {
                    caller.post("hello " + i, window);
                }
                caller.settle();
            }
            assertThat(caller.call("still there", 0)).isEqualTo("still there");
        }
    }

    @Test
    void failureWithinStreamIsReported() throws Exception {
        try (Worker worker = start(Villain.THROWS_ON_DECODE, LONG)) {
            worker.hello();
            Caller<String> caller = caller(worker, Villain.THROWS_ON_DECODE);
            assertThatThrownBy(() -> {
                        caller.post("hello", 64);
                        caller.settle();
                    })
                    .isInstanceOf(WorkerException.Refused.class);
        }
    }

    @Test
    void hangingWorkerEndsWithItsKilledParent() throws Exception {
        String classPath = Villains.classPath(services);
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        ForlornParent.class.getName(),
                        classPath,
                        folder.toString())
                .redirectError(folder.resolve("parent.log").toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle worker =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            parent.destroyForcibly();
            worker.onExit().get(60, TimeUnit.SECONDS);
            assertThat(worker.isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    /** Starts a worker that spins, and prints its pid. */
    static final class ForlornParent {
        public static void main(String[] arguments) throws Exception {
            WorkerSettings settings = new WorkerSettings(
                    arguments[0], QuickStart.with("-Xmx64m"), Path.of(arguments[1]), Duration.ofMinutes(5));
            Worker worker = Worker.start(settings, Villain.SPINS_ON_DECODE.id(), Villains.PAYLOAD);
            worker.hello();
            System.out.println(worker.process().pid());
            caller(worker, Villain.SPINS_ON_DECODE).call("hello", 0);
        }
    }
}
