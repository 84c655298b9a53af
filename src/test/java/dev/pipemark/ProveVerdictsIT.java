package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Fork;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script that proves verdicts as users run it. A part that was stopped can be continued. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ProveVerdictsIT {
    private static final String PART = "quiet-encode-interleaved";

    @TempDir
    Path folder;

    /** Catches a stopped part that begins again, that is measured twice, or that leaves processes behind. */
    @Test
    void aPartThatWasStoppedGoesOnAndOneThatIsCompleteIsSkipped() throws Exception {
        Process stopped = measure();
        String seen = until(stopped, "1/12 ");
        List<ProcessHandle> family = stopped.toHandle().descendants().toList();
        stopped.toHandle().destroy();
        String rest = output(stopped);
        assertThat(stopped.waitFor()).as(seen + rest).isEqualTo(130);
        assertThat(family).noneMatch(ProcessHandle::isAlive);
        Path run = run();
        Run partial = RunFolder.read(run);
        assertThat(partial.forks()).isNotEmpty().hasSizeLessThan(12);

        Process resumed = measure();
        String output = output(resumed);
        assertThat(resumed.waitFor()).as(output).isZero();
        assertThat(output).contains(PART + " goes on");
        assertThat(run()).isEqualTo(run);
        Run whole = RunFolder.read(run);
        assertThat(whole.end().reason()).isEqualTo("complete");
        assertThat(whole.forks()).hasSize(12).startsWith(partial.forks().toArray(Fork[]::new));
        assertThat(whole.forks()).allMatch(fork -> fork.failure() == null);

        Process again = measure();
        String said = output(again);
        assertThat(again.waitFor()).as(said).isZero();
        assertThat(said).contains(PART + " is complete");
        assertThat(RunFolder.read(run)).isEqualTo(whole);

        Process report = start("--report", "--out", folder.resolve("proof").toString());
        String page = output(report);
        assertThat(report.waitFor()).as(page).isZero();
        assertThat(folder.resolve("proof/verdicts.md")).content().isEqualToIgnoringNewLines(page);
        assertThat(page).contains("| " + PART + " | encode | interleaved | quiet | 12 | 1 |");
        assertThat(RunFolder.read(folder.resolve("proof/" + PART)).forks()).isEqualTo(whole.forks());
    }

    /** Catches a load that does not end with its part, and one that does not report its CPU time. */
    @Test
    void theLoadEndsWithItsOwner() throws Exception {
        Process owner = new ProcessBuilder("cat").start();
        Process load = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "scripts/BusyCores.java",
                        String.valueOf(owner.pid()),
                        "0.2",
                        "1")
                .redirectErrorStream(true)
                .start();
        String begun = until(load, "one thread on each of ");
        assertThat(begun).contains("20 % of the time in the mean");
        owner.destroy();
        String ended = output(load);
        assertThat(load.waitFor()).as(begun + ended).isZero();
        assertThat(ended).startsWith("burned ");
    }

    private Process measure() throws IOException {
        return start(
                "--part",
                PART,
                "--sittings",
                "1",
                "--",
                "--preset",
                "smoke",
                "-i",
                "2",
                "-r",
                "10ms",
                "-jvmArgsAppend",
                "-XX:TieredStopAtLevel=1");
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "scripts/prove-verdicts", "--work", folder.resolve("work").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private Path run() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("work").resolve(PART))) {
            return files.filter(file -> Files.exists(file.resolve(RunFolder.INFO)) && !Files.isSymbolicLink(file))
                    .reduce((one, other) -> {
                        throw new AssertionError("two runs: " + one + ", " + other);
                    })
                    .orElseThrow();
        }
    }

    /** Returns the output of a process up to a line that begins with this text. */
    private static String until(Process process, String start) throws IOException {
        StringBuilder seen = new StringBuilder();
        BufferedReader reader = process.inputReader();
        String line;
        while ((line = reader.readLine()) != null) {
            seen.append(line).append('\n');
            if (line.startsWith(start)) {
                return seen.toString();
            }
        }
        throw new AssertionError("no line begins with '" + start + "': " + seen);
    }

    /** Returns the rest of the output. */
    private static String output(Process process) throws IOException {
        StringBuilder seen = new StringBuilder();
        BufferedReader reader = process.inputReader();
        String line;
        while ((line = reader.readLine()) != null) {
            seen.append(line).append('\n');
        }
        return seen.toString();
    }
}
