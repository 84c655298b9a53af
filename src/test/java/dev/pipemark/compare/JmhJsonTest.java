package dev.pipemark.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Outcome;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.MergedResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a JMH file that is misread, or that is accepted although it is damaged. */
class JmhJsonTest {
    private static final Path REFERENCE = Path.of("results", "reference");
    /** A run whose forks ran one after another. */
    private static final Path ALONE = Path.of("results", "proof", "quiet-encode-interleaved");
    /** The only benchmark whose forks write no note. */
    private static final String WITHOUT_NOTE = "fixedArithmetic";

    @TempDir
    Path folder;

    /** Catches a cell of the suite with another name or another score than in its results folder. */
    @Test
    void jmhFileOfSuiteHasCellsOfItsFolder() throws Exception {
        Run journal = RunFolder.read(REFERENCE);
        Run jmh = JmhJson.read(written(journal)).run();
        List<Fork> measured =
                journal.forks().stream().filter(fork -> fork.failure() == null).toList();
        assertThat(measured).isNotEmpty();
        assertThat(jmh.forks()).hasSameSizeAs(measured);
        Set<Cell> cells = measured.stream().map(Fork::cell).collect(Collectors.toSet());
        for (Cell cell : cells) {
            List<Fork> ours = of(cell, measured);
            List<Fork> theirs = of(cell, jmh.forks());
            assertThat(theirs)
                    .extracting(Fork::round)
                    .containsExactlyElementsOf(ours.stream().map(Fork::round).toList());
            for (int i = 0; i < ours.size(); i++) {
                List<Double> turns = theirs.get(i).scores();
                assertThat(turns).hasSameSizeAs(ours.get(i).scores());
                for (int turn = 0; turn < turns.size(); turn++) {
                    double score = ours.get(i).scores().get(turn);
                    assertThat(turns.get(turn)).isCloseTo(score, within(1e-9 * score));
                }
                assertThat(theirs.get(i).unit()).isEqualTo(ours.get(i).unit());
            }
            assertThat(allocation(theirs)).isCloseTo(allocation(ours), within(1e-6 * allocation(ours) + 1e-9));
            if (!cell.benchmark().equals(WITHOUT_NOTE)) {
                assertThat(theirs)
                        .allSatisfy(fork -> assertThat(fork.note().facts())
                                .containsEntry(
                                        "java", ours.get(0).note().facts().get("java")));
            }
        }
    }

    private static List<Fork> of(Cell cell, List<Fork> forks) {
        return forks.stream()
                .filter(fork -> fork.cell().equals(cell))
                .sorted(Comparator.comparingInt(Fork::round))
                .toList();
    }

    /** JMH's file has one value for all forks of a cell: the mean of their notes, or zero if no fork knew it. */
    private static double allocation(List<Fork> forks) {
        return forks.stream()
                .mapToDouble(fork -> fork.note().metrics().getOrDefault(Metric.PARENT_ALLOCATION, 0.0))
                .average()
                .orElse(0);
    }

    /** Catches iterations that are counted as forks, misread units, and {@code "NaN"} that is read as a score. */
    @Test
    void rowsAreForksInAnyUnit() throws Exception {
        Run run = JmhJson.read(file("""
                [{"benchmark": "org.example.Foo.bar", "mode": "avgt", "threads": 1, "vmName": "VM", "vmVersion": "17+1",
                  "params": {"size": "10", "codec": "theirs"},
                  "primaryMetric": {"score": "NaN", "scoreUnit": "us/op", "rawData": [[1, 3], [4, 4], ["NaN", 4]]},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 24, "rawData": [[16, 32], [40, 40], [1, 1]]}}},
                 {"benchmark": "org.example.Foo.rate", "mode": "thrpt", "threads": 1, "vmName": "VM", "vmVersion": "17+1",
                  "primaryMetric": {"score": 2, "scoreUnit": "ops/ms", "rawData": [[2, 2]]}, "secondaryMetrics": {}},
                 {"benchmark": "org.example.Foo.rate", "mode": "sample", "threads": 1, "vmName": "VM", "vmVersion": "17+1",
                  "primaryMetric": {"score": 2, "scoreUnit": "ms/op", "rawDataHistogram": [[[[1, 3], [5, 1]]]]}}]
                """)).run();
        Cell bar = Cell.of("org.example.Foo.bar", "-", "-", Map.of("size", "10", "codec", "theirs"));
        assertThat(run.forks()).extracting(Fork::unit).containsExactly("ns/op", "ns/op", "ns/op", "ops/s", "ns/op");
        assertThat(run.forks())
                .extracting(Fork::mean)
                .startsWith(2000.0, 4000.0)
                .endsWith(2000.0, 2e6);
        assertThat(run.outcomes())
                .containsEntry(bar, new Outcome.Measured(2, 3, List.of("round 3: its score is not a number")))
                .containsKey(Cell.of("org.example.Foo.rate", "-", "-", Map.of("-bm", "sample")))
                .hasSize(3);
        assertThat(run.forks().get(0).note().metrics()).containsEntry(Metric.PARENT_ALLOCATION, 24.0);
        assertThat(run.forks().get(1).note().metrics()).containsEntry(Metric.PARENT_ALLOCATION, 40.0);
    }

    /** Catches a unit other than time that is compared as if less were better. */
    @Test
    void unknownUnitIsNotCompared() throws Exception {
        Path file = file("""
                [{"benchmark": "org.example.Foo.bar", "primaryMetric": {"scoreUnit": "#", "rawData": [[1], [2], [3]]}}]
                """);
        Comparison comparison = Comparison.of(ComparedRun.read(file), ComparedRun.read(file));
        assertThat(comparison.cells())
                .singleElement()
                .extracting(ComparedCell::status)
                .isEqualTo(CellStatus.INCONCLUSIVE);
    }

    /** Catches a stack trace or an accepted file if the file is truncated or of another format. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"benchmark\": \"a.B.c\", \"pri | is not complete, valid JSON",
                "{\"id\": 3} | is not JMH's JSON, which is a list of results",
                "[] | is an empty list of results",
                "[{\"name\": 3}] | is not JMH's JSON: a result does not name its benchmark",
                "[null] | is not JMH's JSON: a result does not name its benchmark",
                "[{\"benchmark\": \"a.B.c\", \"primaryMetric\": {\"rawData\": [1, 2]}}] | is not JMH's JSON: rawData of a.B.c is not",
                "'' | is empty",
                "[] [] | has more than one list of results",
                "[{\"benchmark\": \"a.B.c\"}] | is not JMH's JSON: a.B.c has neither rawData nor a score",
            })
    void otherFilesAreRefused(String text, String message) throws Exception {
        Path file = file(text);
        assertThatThrownBy(() -> JmhJson.read(file))
                .isInstanceOf(IOException.class)
                .message()
                .startsWith(file + " " + message)
                .doesNotContain("\n");
    }

    /** Catches facts that such a file lacks and that are not reported. */
    @Test
    void missingFactsAreReported() throws Exception {
        ComparedRun jmh = ComparedRun.read(written(RunFolder.read(REFERENCE)));
        Comparison comparison = Comparison.of(ComparedRun.read(REFERENCE), jmh);
        assertThat(comparison.surroundings().obstacles()).isEmpty();
        assertThat(String.join("\n", comparison.surroundings().unknowns()))
                .contains("new: the machine", "new: the date", "values", "sizes", "interleaved", "δ is 3 %");
        assertThat(scored(comparison)).hasSize(cells(jmh));
    }

    /** Catches a score that is read in another unit than it was written in. JMH's file has turns and no paired values. */
    @Test
    void jmhFileOfForksThatRanAloneIsTheSameRun() throws Exception {
        Run alone = RunFolder.read(ALONE);
        assertThat(alone.forks()).allMatch(fork -> fork.paired() == null);
        ComparedRun jmh = ComparedRun.read(written(alone));

        assertThat(scored(Comparison.of(ComparedRun.read(ALONE), jmh)))
                .hasSize(cells(jmh))
                .allSatisfy(cell -> assertThat(cell.ratio().value()).isCloseTo(1, within(1e-9)));
    }

    private static List<ComparedCell> scored(Comparison comparison) {
        return comparison.cells().stream()
                .filter(cell -> cell.status() == CellStatus.INCONCLUSIVE || cell.status() == CellStatus.EQUIVALENT)
                .toList();
    }

    private static int cells(ComparedRun jmh) {
        return (int) jmh.run().forks().stream().map(Fork::cell).distinct().count();
    }

    /** Writes a run in JMH's own format. */
    private Path written(Run run) throws IOException {
        Path file = folder.resolve("jmh-result.json");
        MergedResults.of(run, folder, Benchmarks.onClassPath()).writeJson(run, file);
        return file;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("result.json"), text);
    }
}
