package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.Brief;
import dev.pipemark.compare.ArmComparison;
import dev.pipemark.compare.CellStatus;
import dev.pipemark.compare.ComparedCell;
import dev.pipemark.conformance.Impostor;
import dev.pipemark.conformance.Impostor.Fault;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Arms in real forks and workers, as brief as possible. */
@Timeout(600)
class ArmRunTest {
    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    /**
     * Catches an arm without forks of its own, an arm that does not take turns with the codec outside of it, and a false
     * difference between the two. In one run of twenty, one of the two cells differs by chance. Both hardly ever do.
     */
    @Test
    void anArmThatChangesNothingIsNotCalledDifferent() throws IOException {
        Run run = run(0, List.of("encode|decode", "--arm", "same:flags=-Dacme=1", "-f", "3"), "java");
        assertThat(run.forks()).hasSize(12).allMatch(fork -> fork.failure() == null);
        assertThat(run.forks())
                .allMatch(fork ->
                        flags(fork).contains("-Dacme=1") == fork.cell().codec().equals("java@same"));
        for (int at = 0; at < run.forks().size(); at += 2) {
            assertThat(run.forks().get(at).cell().benchmark())
                    .isEqualTo(run.forks().get(at + 1).cell().benchmark());
        }
        ArmComparison comparison = ArmComparison.of(run);
        assertThat(comparison.intervals()).isEqualTo(2);
        assertThat(comparison.cells())
                .allMatch(cell -> cell.ratio().hasInterval())
                .extracting(ComparedCell::status)
                .containsAnyOf(CellStatus.EQUIVALENT, CellStatus.INCONCLUSIVE);
        assertThat(typed.out()).contains("Arm same: -Dacme=1", "java@same");
        assertThat(typed.out().lines()).allMatch(line -> line.length() <= 80 || line.startsWith("Report: "));
        Path latest = folder.resolve("results/latest");
        assertThat(Files.readAllLines(latest.resolve("arms.csv")))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("same,java,encode,long,"));
        assertThat(Files.readString(latest.resolve("report.md"))).contains("Arm same (-Dacme=1): ");
        assertThat(latest.resolve("details/arms.md")).content().contains("java", "same");
    }

    /** Catches a library that is tried as the suite has it, and a failure in the arm that --fail-on passes over. */
    @Test
    void aLibraryThatFailsInItsArmSaysSoAndFailsTheRun() throws IOException {
        Run run = run(
                ExitCode.REGRESSION,
                List.of("encode", "--arm", "broken:lib=" + brokenKryo(), "--fail-on", "regression", "-f", "3"),
                "kryo");
        assertThat(run.forks()).hasSize(3).allMatch(fork -> fork.cell().codec().equals("kryo"));
        ComparedCell cell = ArmComparison.of(run).cells().get(0);
        assertThat(cell.status()).isEqualTo(CellStatus.NEW_FAILURE);
        assertThat(cell.reason()).contains("Error");
        assertThat(run.info().codecs())
                .filteredOn(codec -> codec.id().equals("kryo@broken"))
                .singleElement()
                .satisfies(codec -> assertThat(codec.version()).isEqualTo("unknown, as in broken.jar"));
        assertThat(typed.out()).contains("  new failure  ", "in the arm: ");
    }

    /**
     * Catches forks that start the suite's own worker in an arm with another, a worker that changes values and is timed, and
     * another language that is called a regression.
     */
    @Test
    void workersInAnotherLanguageAreMeasuredBesideTheSuitesOwn() throws IOException {
        String good = "other:worker=" + Impostor.launcher(folder, Fault.NONE);
        String bad = "bad:worker=" + Impostor.launcher(folder, Fault.CHANGES_VALUES);
        Run run = run(0, List.of("stream|roundTrip", "--arm", good, "--arm", bad, "-f", "3"), "jackson-json");
        assertThat(run.forks()).hasSize(12).allMatch(fork -> fork.failure() == null);
        assertThat(run.forks())
                .filteredOn(fork -> fork.cell().codec().equals("jackson-json@other"))
                .hasSize(6)
                .allSatisfy(fork -> {
                    assertThat(fork.note().facts().get("worker")).endsWith(", Java in disguise, jackson");
                    assertThat(fork.note().facts()).containsKey(ForkNote.CHECKED_AGAIN);
                    assertThat(fork.note().metrics())
                            .containsKey(Metric.WORKER_CPU)
                            .doesNotContainKey(Metric.WORKER_ALLOCATION);
                });
        assertThat(run.forks())
                .filteredOn(fork -> fork.cell().codec().equals("jackson-json"))
                .allSatisfy(fork -> assertThat(fork.note().metrics()).containsKey(Metric.WORKER_ALLOCATION));
        assertThat(run.checks())
                .filteredOn(check -> check.codec().equals("jackson-json@bad"))
                .singleElement()
                .satisfies(check -> assertThat(check.detail()).startsWith("the reply: "));
        assertThat(run.info().settings()).containsKeys("identity.arm other's worker", "identity.arm bad's worker");
        ArmComparison comparison = ArmComparison.of(run);
        assertThat(comparison.intervals()).isEqualTo(2);
        assertThat(comparison.cells())
                .filteredOn(cell -> cell.cell().codec().equals("jackson-json@bad"))
                .extracting(comparison::label)
                .containsExactly("fails in the arm", "fails in the arm");
        assertThat(typed.out()).contains("Arm other: worker none", "Arm bad: worker changes-values");
        Path latest = folder.resolve("results/latest");
        assertThat(Files.readString(latest.resolve("arms.csv"))).doesNotContain("regressed", "new failure");
    }

    /** Catches a run of fewer rounds than an interval needs that passes, or that is told to have measured nothing. */
    @Test
    void aRunWithoutAVerdictNamesTheRoundsThatItNeeds() throws IOException {
        Run run = run(0, List.of("encode", "--arm", "same:flags=-Dacme=1", "-f", "2"), "java");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);

        assertThat(RunCommand.judged(ArmComparison.of(run), ExitCode.FINE, new Terminal(to, to, false)))
                .isEqualTo(ExitCode.FAILED_CELL);
        assertThat(run.forks()).hasSize(4).allMatch(fork -> fork.failure() == null);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("--fail-on regression: no cell was measured both in an arm and without it in"
                        + " 3 rounds or more");
    }

    @Test
    void anotherLanguageCannotFailARunByItsSpeed() {
        assertThat(typed.run(List.of(
                        "stream", "--arm", "a:worker=/bin/sh", "--fail-on", "regression", "-f", "3", "--dry-run")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("all arms of this run have a worker in another language");
    }

    @Test
    void mistakesAreSentences() {
        assertThat(typed.run(List.of("--fail-on", "regression"))).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("--fail-on regression needs an --arm; 'compare BASE NEW");
        assertThat(typed.run(List.of(
                        "encode",
                        "--codecs",
                        "java",
                        "--payloads",
                        "long",
                        "--arm",
                        "a:flags=-Da=b",
                        "--fail-on",
                        "regression",
                        "-f",
                        "2",
                        "--dry-run")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("--fail-on regression: no verdict is given on fewer than 3 rounds");
        assertThat(typed.run(List.of("--dry-run", "--arm", "lib=a.jar"))).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("--arm lib=a.jar: write NAME:lib=JAR");
    }

    private Run run(int code, List<String> words, String codecs) throws IOException {
        List<String> line = new ArrayList<>(words);
        line.addAll(List.of("--codecs", codecs, "--payloads", "long"));
        line.addAll(List.of("-wi", "1", "-w", "10ms", "-i", "5", "-r", "20ms"));
        line.addAll(Brief.FORKS);
        line.addAll(List.of("--results", folder.resolve("results").toString()));
        assertThat(typed.run(line)).as(typed.out() + typed.err()).isEqualTo(code);
        return RunFolder.read(folder.resolve("results/latest"));
    }

    private static String flags(Fork fork) {
        return fork.note().facts().getOrDefault("flags", "");
    }

    /** A library that consists only of a name. */
    private Path brokenKryo() throws IOException {
        Path source = Files.writeString(
                folder.resolve("Kryo.java"), "package com.esotericsoftware.kryo; public class Kryo { Kryo(int a) {} }");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        Path jar = folder.resolve("broken.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            String name = "com/esotericsoftware/kryo/Kryo.class";
            out.putNextEntry(new JarEntry(name));
            out.write(Files.readAllBytes(folder.resolve(name)));
        }
        return jar;
    }
}
