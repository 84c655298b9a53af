package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.Brief;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Json;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunFolder;
import dev.pipemark.record.ValueOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged suite as a process. Checks the files that it leaves after a regular and after an early end. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class MainIT {
    private static final List<String> BRIEF = Stream.concat(
                    Stream.of(
                            "-wi", "1", "-w", "10ms", "-i", "2", "-r", "10ms", "--codecs", "java", "--payloads", "int"),
                    Brief.FORKS.stream())
            .toList();

    @TempDir
    static Path shared;

    /** The output of {@link #complete}, or {@code null} before it has run. */
    private static @Nullable String complete;

    @TempDir
    Path folder;

    /**
     * Probes one value, and then runs the suite to its end. Returns the output of the run. Several tests look at its results.
     */
    private static String complete() throws Exception {
        if (complete == null) {
            Process probe = launch(
                    shared,
                    "probe",
                    "--codecs",
                    "java",
                    "--values",
                    "string-ascii",
                    "--results",
                    shared.resolve("results").toString());
            String probed = output(probe);
            assertThat(probe.waitFor()).as(probed).isZero();
            Process run = start(shared, "encode", "decode");
            String output = output(run);
            assertThat(run.waitFor()).as(output).isZero();
            complete = output;
        }
        return complete;
    }

    /** Catches a missing file in the results folder, and cells without an outcome. */
    @Test
    void runLeavesAllFiles() throws Exception {
        String output = complete();
        Path latest = shared.resolve("results/latest");
        for (String file : List.of("run.json", "journal.jsonl", "log.txt", "jmh-result.json", "report.md")) {
            assertThat(latest.resolve(file)).isNotEmptyFile();
        }
        Run run = RunFolder.read(latest);
        assertThat(run.end().reason()).isEqualTo("complete");
        assertThat(run.outcomes()).hasSize(2);
        assertThat(run.forks()).hasSize(2 * run.info().rounds()).allMatch(fork -> fork.failure() == null);
        assertThat(output).contains("Report: ");
    }

    /** Catches a Ctrl-C that loses finished forks, leaves processes behind, or exits with 0. */
    @Test
    void interruptedRunWritesResultsAndResumes() throws Exception {
        Process process = start("encode", "decode", "-f", "3");
        String seen = until(process, "1/6 ");
        List<ProcessHandle> family = process.toHandle().descendants().toList();
        assertThat(process.supportsNormalTermination()).isTrue();
        process.toHandle().destroy();
        String rest = output(process);
        assertThat(process.waitFor()).as(seen + rest).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(family).noneMatch(ProcessHandle::isAlive);
        Path latest = folder.resolve("results/latest").toRealPath();
        Run partial = RunFolder.read(latest);
        assertThat(partial.end().reason()).isEqualTo("interrupted");
        assertThat(partial.forks()).isNotEmpty().hasSizeLessThan(6).allMatch(fork -> fork.failure() == null);
        assertThat(latest.resolve("report.md")).isNotEmptyFile();
        assertThat(latest.resolve("jmh-result.json")).isNotEmptyFile();

        Process resumed = launch("--resume", latest.toString());
        String output = output(resumed);
        assertThat(resumed.waitFor()).as(output).isZero();
        Run whole = RunFolder.read(latest);
        assertThat(whole.forks()).hasSize(6).startsWith(partial.forks().toArray(Fork[]::new));
        assertThat(whole.end().reason()).isEqualTo("complete");
    }

    /** Catches a kill that damages files on disk. */
    @Test
    void killedRunResumes() throws Exception {
        Process process = start("encode", "-f", "3");
        until(process, "1/3 ");
        List<ProcessHandle> family = process.toHandle().descendants().toList();
        process.destroyForcibly().waitFor();
        for (ProcessHandle orphan : family) {
            orphan.destroyForcibly();
            orphan.onExit().get(60, TimeUnit.SECONDS);
        }
        Path run = only(folder.resolve("results"));
        assertThat(RunFolder.read(run).forks()).isNotEmpty();
        Process resumed = launch("--resume", run.toString());
        String output = output(resumed);
        assertThat(resumed.waitFor()).as(output).isZero();
        assertThat(RunFolder.read(run).forks()).hasSize(3);
    }

    /** Catches half a sitting in the journal after a kill, and the loss of more than the current sitting. */
    @Test
    void killLosesOnlyCurrentSitting() throws Exception {
        String results = folder.resolve("results").toString();
        Process process = launch(
                "encode",
                "-f",
                "2",
                "-wi",
                "1",
                "-w",
                "10ms",
                "-i",
                "3",
                "-r",
                "10ms",
                "--codecs",
                "java,kryo",
                "--payloads",
                "int",
                "-jvmArgsAppend",
                Brief.FLAGS,
                "--results",
                results);
        until(process, "2/4 ");
        List<ProcessHandle> family = process.toHandle().descendants().toList();
        process.destroyForcibly().waitFor();
        for (ProcessHandle orphan : family) {
            orphan.destroyForcibly();
            orphan.onExit().get(60, TimeUnit.SECONDS);
        }
        Path run = only(folder.resolve("results"));
        List<Fork> kept = RunFolder.read(run).forks();
        assertThat(kept.size() % 2).isZero();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(2).allMatch(fork -> fork.paired() != null);
        Process resumed = launch("--resume", run.toString());
        String output = output(resumed);
        assertThat(resumed.waitFor()).as(output).isZero();
        assertThat(RunFolder.read(run).forks()).hasSize(4).startsWith(kept.toArray(Fork[]::new));
    }

    /** Catches a goal that adds no rounds, a plan that is no longer true, and an end that does not say why. */
    @Test
    @Tag("alone")
    void aRunGoesOnUntilItResolvesEnoughAndCanBeGivenAFinerGoal() throws Exception {
        String results = folder.resolve("results").toString();
        String plan =
                "encode -f 1 -wi 1 -w 10ms -i 4 -r 10ms --codecs java,kryo --payloads int --until 100% --results ";
        List<String> words = new ArrayList<>(List.of((plan + results).split(" ")));
        words.addAll(Brief.FORKS);
        Process process = launch(words.toArray(String[]::new));
        String output = output(process);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("then more rounds until each headline table resolves 100 %, at most 30")
                .contains("going on to resolve 100 %: so far encode int nothing yet")
                .contains("The run ended because every headline table resolves 100 %");
        Path folderOfRun = only(folder.resolve("results"));
        Run run = RunFolder.read(folderOfRun);
        assertThat(run.info().rounds()).isEqualTo(1);
        assertThat(run.rounds()).isGreaterThanOrEqualTo(8);
        assertThat(run.forks()).hasSize(2 * run.rounds()).allMatch(fork -> fork.paired() != null);
        assertThat(run.end().until()).isEqualTo(RunEnd.REACHED);

        Process resumed = launch("--resume", folderOfRun.toString(), "--until", "1%", "--budget", "1s");
        String more = output(resumed);
        assertThat(resumed.waitFor()).as(more).isZero();
        assertThat(more)
                .contains("The budget is spent, and not every headline table resolves 1.0 %: continue with --resume");
        Run spent = RunFolder.read(folderOfRun);
        assertThat(spent.forks()).isEqualTo(run.forks());
        assertThat(spent.info().plan()).isEqualTo(run.info().plan().with(1.0, 0.01));
        assertThat(spent.end().until()).isEqualTo(RunEnd.SPENT);
    }

    /** Catches a resumed run that mixes forks of two different suites. */
    @Test
    void changedSuiteIsRefused() throws Exception {
        complete();
        Path whole = shared.resolve("results/latest").toRealPath();
        Path run = copy(whole, folder.resolve(whole.getFileName()));
        Path info = run.resolve(RunFolder.INFO);
        Files.writeString(
                info, Files.readString(info).replaceFirst("(identity.code\"\\s*:\\s*\")\\w+", "$10123456789abcdef"));
        Process resumed = launch("--resume", run.toString());
        assertThat(output(resumed)).contains("cannot resume").contains("the code changed");
        assertThat(resumed.waitFor()).isEqualTo(ExitCode.USAGE);
    }

    /** Catches two runs that disturb each other's measurements. */
    @Test
    void secondRunIsRefused() throws Exception {
        Process first = start("encode", "-f", "9");
        until(first, "Plan ");
        Process second = start("decode");
        assertThat(output(second)).contains("process " + first.pid());
        assertThat(second.waitFor()).isEqualTo(ExitCode.USAGE);
        first.toHandle().destroy();
        output(first);
        assertThat(first.waitFor()).isEqualTo(ExitCode.INTERRUPTED);
    }

    /** Catches a JMH result option that has no effect. */
    @Test
    void jmhResultFileIsWritten() throws Exception {
        Process process = start(
                "encode",
                "-rf",
                "csv",
                "-rff",
                folder.resolve("out.csv").toString(),
                "-o",
                folder.resolve("human.txt").toString());
        String output = output(process);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(Files.readString(folder.resolve("out.csv"))).contains("CodecBenchmark.encode");
        assertThat(Files.readString(folder.resolve("human.txt"))).contains("Iteration   2:");
    }

    /** Catches a Ctrl-C that loses probed values, or that blames codecs for workers it ended. */
    @Test
    void interruptedProbeWritesResults() throws Exception {
        String results = folder.resolve("results").toString();
        Process process = launch("probe", "--codecs", "raw,java,kryo", "--results", results);
        String seen = until(process, "1/4 ");
        List<ProcessHandle> family = process.toHandle().descendants().toList();
        process.toHandle().destroy();
        String rest = output(process);
        assertThat(process.waitFor()).as(seen + rest).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(family).noneMatch(ProcessHandle::isAlive);
        Matrix matrix = Json.readMatrix(only(folder.resolve("results")).resolve(Matrix.FILE));
        assertThat(matrix.ended()).isEqualTo("interrupted");
        assertThat(matrix.checks())
                .hasSizeGreaterThanOrEqualTo(matrix.values().size())
                .noneMatch(check -> check.outcome() == ValueOutcome.DIED);
    }

    /** Catches a report that does not show the matrix of its own jar. */
    @Test
    void runShowsMatrixOfItsJar() throws Exception {
        complete();
        assertThat(Files.readString(shared.resolve("results/latest/details/travels.md")))
                .contains("## What each codec carries", "1 values, each encoded in one process", "| java ⚠ | 1/1 |");
    }

    private Process start(String... args) throws IOException {
        return start(folder, args);
    }

    private static Process start(Path folder, String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(BRIEF);
        all.addAll(List.of("--results", folder.resolve("results").toString()));
        return launch(folder, all.toArray(String[]::new));
    }

    private Process launch(String... args) throws IOException {
        return launch(folder, args);
    }

    private static Process launch(Path folder, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A lock of its own: another run may be measuring on the machine.
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        Path jar = Path.of(System.getProperty("pipemark.jar", "none"));
        if (Files.exists(jar)) {
            command.addAll(List.of("-jar", jar.toString()));
        } else {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        }
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Reads up to a line that contains the given text. */
    private static String until(Process process, String wanted) throws IOException {
        StringBuilder seen = new StringBuilder();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(wanted)) {
                return seen.toString();
            }
        }
        throw new AssertionError("ended without '" + wanted + "': " + seen);
    }

    private static String output(Process process) throws IOException {
        StringBuilder seen = new StringBuilder();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.append(line).append('\n');
        }
        return seen.toString();
    }

    /** Copies a folder with all that is in it, and returns the copy. */
    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return to;
    }

    private static Path only(Path results) throws IOException {
        try (Stream<Path> runs = Files.list(results)) {
            return runs.filter(run -> !run.endsWith("latest")).findFirst().orElseThrow();
        }
    }
}
