package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.pipemark.record.Arm;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Real forks of benchmarks that misbehave. Each is recorded as a fork, and the next one runs. */
class ForkRunnerTest {
    private static final Timing BRIEF = new Timing(10, 1, 10, 3, 10);

    @TempDir
    Path folder;

    private final Interruption interruption = new Interruption();
    private final Benchmarks benchmarks = Benchmarks.onClassPath();
    private final PrintStream err = System.err;
    private final String classPath = System.getProperty("java.class.path");
    private ForkLog log;

    @BeforeEach
    void open() throws IOException {
        log = ForkLog.open(folder.resolve("log.txt"), null, VerboseMode.NORMAL);
        System.setErr(log.errors());
    }

    @AfterEach
    void close() {
        System.setProperty("java.class.path", classPath);
        System.setErr(err);
        log.end();
    }

    /** Catches a resumed run that overwrites the first part of the file of {@code -o}. */
    @Test
    void onlyANewRunOverwritesTheSecondFile() throws IOException {
        Path also = Files.writeString(folder.resolve("also.txt"), "of another run");
        Path own = folder.resolve("own.txt");
        for (String part : List.of("first", "second")) {
            ForkLog both = ForkLog.open(own, also, VerboseMode.NORMAL);
            both.note(part);
            both.end();
        }
        assertThat(also)
                .hasSameTextualContentAs(own)
                .content()
                .startsWith("first")
                .contains("second");
    }

    /** Catches lost scores, and scores in another unit than that of the record. */
    @Test
    void aForkThatEndsNormallyHasScoresInTheUnitOfTheRecord() {
        Fork fork = run("peaceful", 30, "-tu", "ms", "-prof", "gc");
        assertThat(fork.failure()).isNull();
        assertThat(fork.scores()).hasSize(3).allMatch(score -> score > 0.1 && score < 1e6);
        assertThat(fork.unit()).isEqualTo("ns/op");
        assertThat(fork.mode()).isEqualTo("avgt");
        assertThat(fork.note().metrics().get(Metric.OVERHEAD)).isCloseTo(fork.seconds() - 0.04, offset(0.011));
        assertThat(fork.note().facts()).containsKeys("jvm", "vm.version", "jmh.gc.count");
        // These facts show whether two runs were measured alike.
        assertThat(fork.note().facts())
                .containsEntry("threads", "1")
                .containsEntry("-bs", "1")
                .containsKeys("-wi", "-i");
    }

    /** Catches a reason that is a stack trace, JMH's wrapper, or empty. */
    @Test
    void theReasonOfAForkThatThrowsIsItsException() {
        Fork fork = run("throwing", 30);
        assertThat(fork.scores()).isEmpty();
        assertThat(fork.failure()).startsWith("IllegalArgumentException: no such luck and more of it");
    }

    /** Catches a fork of an arm that loads the same classes as the others. */
    @Test
    void theJarsOfAnArmComeFirst() {
        Arm arm = new Arm("x", List.of("/x.jar"), null, List.of(), Map.of(), "");
        ForkSettings settings = new ForkSettings(Samples.brief(), BRIEF, "none", 1, folder)
                .loading(Stock.with(List.of()), List.of(arm));
        ForkRunner runner =
                new ForkRunner(benchmarks, settings, new TimeModel(benchmarks, List.of()), log, interruption, 30);
        for (String codec : List.of("a@x", "a")) {
            Fork fork = runner.run(Cell.of("tellingItsClassPath", codec, Cell.NONE, Map.of()), 1, 1)
                    .orElseThrow();
            assertThat(String.valueOf(fork.failure())
                            .startsWith("IllegalArgumentException: /x.jar" + File.pathSeparator))
                    .isEqualTo(codec.equals("a@x"));
        }
    }

    /** Catches a death without its exit code and its last output. */
    @Test
    void theReasonOfAForkThatDiesHasExitCodeAndOutput() {
        Fork fork = run("exiting", 30);
        assertThat(fork.failure())
                .contains("the fork ended with exit code 3: something in it called System.exit(3)", "about to leave");
    }

    /** Catches a result that is lost because a thread outlives it, and a thread that is not reported. */
    @Test
    void aThreadThatIsLeftBehindIsNamedAndTheResultKept() throws IOException {
        Fork fork = run("leavingAThread", 20);
        assertThat(fork.failure()).isNull();
        assertThat(fork.scores()).hasSize(3);
        assertThat(fork.note().facts()).containsEntry(ForkNote.THREADS_LEFT, "forgotten-thread");
        log.flush();
        assertThat(Files.readString(folder.resolve("log.txt"))).contains("kept the fork from ending: forgotten-thread");
    }

    /** Catches a run that waits forever because a process of the fork still holds its output open. */
    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theResultIsKeptIfAProcessIsLeftBehind() {
        assertThat(run("leavingAProcess", 30).failure()).isNull();
    }

    /** Catches a fork that blocks the run forever. */
    @Test
    void aForkThatHangsIsKilled() {
        Fork fork = run("hanging", 2);
        assertThat(fork.failure()).startsWith("killed after").endsWith("--deadline raises it");
        assertThat(ProcessHandle.current()
                        .children()
                        .map(child -> child.info().commandLine().orElse("")))
                .noneMatch(command -> command.contains("ForkedMain"));
    }

    /** Catches a fork that the user killed and that counts as failed. */
    @Test
    void anInterruptedForkIsNotRecorded() {
        interruption.request();
        assertThat(runner(30).run(Cell.of("hanging", Cell.NONE, Cell.NONE, Map.of()), 1, 1))
                .isEmpty();
    }

    /** Catches lost text of JMH, and its table and its reminder once per fork. */
    @Test
    void theLogHasEveryForkOnce() throws IOException {
        run("peaceful", 30);
        run("peaceful", 30);
        log.flush();
        String text = Files.readString(folder.resolve("log.txt"));
        assertThat(text).containsSubsequence("==== round 1, peaceful - -", "Iteration   3:", "==== round 1, peaceful");
        assertThat(text).doesNotContain("REMEMBER");
    }

    private Fork run(String benchmark, double grace, String... options) {
        return runner(grace, options)
                .run(Cell.of(benchmark, Cell.NONE, Cell.NONE, Map.of()), 1, 1)
                .orElseThrow();
    }

    private ForkRunner runner(double grace, String... options) {
        return new ForkRunner(
                benchmarks,
                new ForkSettings(Samples.brief(options), BRIEF, "none", 1, folder),
                new TimeModel(benchmarks, List.of()),
                log,
                interruption,
                grace);
    }
}
