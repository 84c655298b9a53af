package dev.pipemark.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pipemark.record.Run;
import dev.pipemark.record.RunMaker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches JMH results that are compared although their conditions differ, and lost results. */
class JmhCompareTest {
    private static final String THREE = "[[100, 101], [102, 100.5], [99, 100]]";
    private static final String TENTH = "[[10, 10.1], [10.2, 10.05], [9.9, 10]]";

    /** A file as JMH 1.37 writes it, reduced to the parts that matter here. */
    private static final String RESULT = """
            {"jmhVersion": "1.37", "benchmark": "a.B.m", "mode": "thrpt", "threads": 1, "forks": 3, "jvm": "/usr/bin/java",
             "jvmArgs": [], "jdkVersion": "17.0.1", "vmName": "Example VM", "vmVersion": "17.0.1+1",
             "warmupIterations": 1, "warmupTime": "1 s", "warmupBatchSize": 1, "measurementIterations": 2,
             "measurementTime": "1 s", "measurementBatchSize": 1, "params": {"size": "10"},
             "primaryMetric": {"score": 100.417, "scoreError": 1.25, "scoreUnit": "ops/s", "rawData": RAW},
             "secondaryMetrics": {SECONDARY}}""";

    @TempDir
    Path folder;

    /**
     * Catches eight threads that look eight times as fast, another mode that looks like a regression, and a cold shot
     * that is compared with a warm one.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"threads\": 1 | \"threads\": 8 | the number of threads differs (base 1, new 8)",
                "\"mode\": \"thrpt\" | \"mode\": \"sample\" | the mode differs (base thrpt, new sample)",
                "\"measurementBatchSize\": 1 | \"measurementBatchSize\": 9 | the batch size (-bs) differs (base 1, new 9)",
                "ops/s | ns/op | the unit differs (base ops/s, new ns/op)",
                "\"warmupIterations\": 1 | \"warmupIterations\": 9 | the number of warm-up iterations (-wi) differs (base 1, new 9)",
            })
    void otherConditionsAreNotComparable(String from, String to, String why) throws Exception {
        String base = why.contains("warm-up") ? result(THREE).replace("thrpt", "ss") : result(THREE);
        Comparison comparison = compare(base, base.replace(from, to).replace(THREE, TENTH));
        assertThat(comparison.cells())
                .extracting(ComparedCell::status, ComparedCell::reason)
                .containsExactly(tuple(CellStatus.NOT_COMPARABLE, why));
        assertThat(comparison.regressed()).isFalse();
        assertThat(comparison.nothingCompared()).isEqualTo(why);
        assertThat(comparison.intervals()).isZero();
    }

    /** Catches a fact in JMH's file that may differ without notice. */
    @Test
    void everyFactIsCompared() throws Exception {
        String other = result(THREE)
                .replace("Iterations\": 1", "Iterations\": 5")
                .replace("Iterations\": 2", "Iterations\": 6")
                .replace("1 s", "3 s")
                .replace("warmupBatchSize\": 1", "warmupBatchSize\": 2")
                .replace("/usr/bin/java", "/opt/java")
                .replace("[]", "[\"-Xmx1g\"]")
                .replace("\"17.0.1\"", "\"17.0.2\"")
                .replace("17.0.1+1", "17.0.2+8")
                .replace("1.37", "1.36")
                .replace("\"forks\": 3", "\"forks\": 4");
        assertThat(compare(result(THREE), other).surroundings().differences())
                .contains(
                        new EnvironmentDifference("-wi", "1", "5"),
                        new EnvironmentDifference("-i", "2", "6"),
                        new EnvironmentDifference("-w", "1000 ms", "3000 ms"),
                        new EnvironmentDifference("-r", "1000 ms", "3000 ms"),
                        new EnvironmentDifference("-wbs", "1", "2"),
                        new EnvironmentDifference("jvm", "/usr/bin/java", "/opt/java"),
                        new EnvironmentDifference("flags", "none", "-Xmx1g"),
                        new EnvironmentDifference("forks' JDK", "17.0.1", "17.0.2"),
                        new EnvironmentDifference("forks' JVM", "Example VM 17.0.1+1", "Example VM 17.0.2+8"),
                        new EnvironmentDifference("forks", "3", "4"),
                        new EnvironmentDifference("JMH", "1.37", "1.36"));
        assertThat(compare(result(THREE), result(THREE).replace("1 s", "1000 ms"))
                        .surroundings()
                        .differences())
                .isEmpty();
    }

    /** Catches a fact missing from an old file that is taken as equal. */
    @Test
    void missingFactIsUnknown() throws Exception {
        String old = result(THREE)
                .replaceAll("\"jmhVersion\": \"1.37\",", "")
                .replaceAll("\"jvmArgs\".*\"17.0.1\\+1\",", "");
        Comparison comparison = compare(old, result(THREE));
        assertThat(comparison.surroundings().obstacles()).isEmpty();
        assertThat(comparison.surroundings().unknowns())
                .anyMatch(unknown -> unknown.endsWith("record them: forks' JVM, forks' JDK, flags, JMH"));
        assertThat(comparison.cells()).extracting(ComparedCell::status).containsExactly(CellStatus.EQUIVALENT);
    }

    /** Catches a dependence on the order of modes in a file, and a parameter with the name of a JMH option. */
    @Test
    void eachModeFindsItsCounterpart() throws Exception {
        String rate = result(THREE).replace("\"size\": \"10\"", "\"threads\": \"4\", \"mode\": \"x\", \"arm\": \"2\"");
        String time = rate.replace("thrpt", "avgt").replace("ops/s", "ns/op");
        Comparison comparison = compare(rate + "," + time, time + "," + rate);
        assertThat(comparison.cells())
                .extracting(cell -> cell.cell().name(), ComparedCell::status)
                .containsExactlyInAnyOrder(
                        tuple("a.B.m -bm=thrpt arm=2 mode=x threads=4", CellStatus.EQUIVALENT),
                        tuple("a.B.m -bm=avgt arm=2 mode=x threads=4", CellStatus.EQUIVALENT));
        assertThat(compare(rate + "," + time, time).cells())
                .extracting(ComparedCell::status, ComparedCell::reason)
                .containsExactlyInAnyOrder(
                        tuple(CellStatus.EQUIVALENT, ""),
                        tuple(CellStatus.ONLY_IN_BASE, "new has it with avgt, threads 1, -bs 1"));
    }

    @Test
    void otherParameterNamesAreReported() throws Exception {
        Comparison comparison = compare(result(THREE), result(THREE).replace("\"size\"", "\"lib\": \"x\", \"size\""));
        assertThat(comparison.cells())
                .extracting(ComparedCell::status, ComparedCell::reason)
                .containsExactly(
                        tuple(CellStatus.ONLY_IN_BASE, "new has it with the parameters lib, size"),
                        tuple(CellStatus.ONLY_IN_NEW, "base has it with the parameters size"));
    }

    /** Catches a group method that is ten times slower while the group's sum is unchanged. */
    @Test
    void groupMethodsAndCountersAreCells() throws Exception {
        String counters = member("·gc.count", "counts", THREE) + "," + member("hits", "#", THREE) + ",";
        Comparison comparison = compare(
                result(THREE, counters + member("read", "ops/s", TENTH) + "," + member("write", "ops/s", THREE)),
                result(THREE, counters + member("read", "ops/s", THREE) + "," + member("write", "ops/s", TENTH)));
        assertThat(comparison.cells())
                .extracting(cell -> cell.cell().benchmark(), ComparedCell::status)
                .containsExactly(
                        tuple("a.B.m", CellStatus.EQUIVALENT),
                        tuple("a.B.m:hits", CellStatus.INCONCLUSIVE),
                        tuple("a.B.m:read", CellStatus.IMPROVED),
                        tuple("a.B.m:write", CellStatus.REGRESSED));
        assertThat(comparison.regressed()).isTrue();
        assertThat(comparison.cells().get(1).reason()).startsWith("its unit is neither a time nor a rate");
        assertThat(String.join("\n", comparison.surroundings().unknowns()))
                .contains("which are not compared (gc.count)", "how the threads of a group were divided");
    }

    /** Catches a result of one fork that is reported to lack the forks of its neighbour. */
    @Test
    void forksAreCountedPerResult() throws Exception {
        String one = result("[[100, 101]]").replace("a.B.m", "a.C.one").replace("\"forks\": 3", "\"forks\": 1");
        String file =
                result(THREE) + "," + one + "," + result("[[1, 2], [1, 2]]").replace("a.B.m", "a.D.lost");
        assertThat(compare(file, file).cells())
                .extracting(cell -> cell.base().forks(), cell -> cell.base().reason(), ComparedCell::status)
                .containsExactly(
                        tuple(3, "", CellStatus.EQUIVALENT),
                        tuple(1, "", CellStatus.INCONCLUSIVE),
                        tuple(2, "its file has 2 forks instead of 3", CellStatus.INCONCLUSIVE));
    }

    /** Catches JMH's own process that is counted as a fork. */
    @Test
    void unforkedResultsHaveNoVerdict() throws Exception {
        String inside = result(THREE).replace("\"forks\": 3", "\"forks\": 0");
        Comparison comparison = compare(inside, result(TENTH));
        ComparedCell cell = comparison.cells().get(0);
        assertThat(cell.status()).isEqualTo(CellStatus.INCONCLUSIVE);
        assertThat(cell.reason()).startsWith("no verdict, since base ran in JMH's own JVM (forks 0)");
        assertThat(cell.base().forks()).isZero();
        assertThat(cell.ratio().hasInterval()).isFalse();
        assertThat(comparison.regressed()).isFalse();
    }

    /** Catches a score of one fork without JMH's error, and a file whose forks were removed. */
    @Test
    void singleForkShowsScoreOfJmh() throws Exception {
        String stripped = result(THREE).replace("\"rawData\"", "\"dropped\"").replace("1.25", "\"NaN\"");
        ComparedCell cell = compare(result("[[100, 101]]"), stripped).cells().get(0);
        assertThat(cell.status()).isEqualTo(CellStatus.INCONCLUSIVE);
        assertThat(List.of(cell.base(), cell.candidate()))
                .extracting(CellSide::printed)
                .extracting(score -> score == null ? "" : score.text())
                .containsExactly("100.417 ± 1.250 ops/s", "100.417 ops/s");
        assertThat(cell.reason()).contains("new: its file has no scores of its forks (rawData)");
    }

    /** Catches an older JMH file that is reported as damaged: its NaN is not a string, and its dot is not UTF-8. */
    @Test
    void olderFilesAreRead() throws Exception {
        String old =
                "[" + result("[[NaN, 1], [1, 1], [1, 1], [1, 1]]", member("·gc.alloc.rate.norm", "B/op", THREE)) + "]";
        Path file = Files.write(folder.resolve("old.json"), old.getBytes(StandardCharsets.ISO_8859_1));
        Comparison comparison = Comparison.of(ComparedRun.read(file), ComparedRun.read(file));
        assertThat(comparison.cells()).extracting(ComparedCell::status).containsExactly(CellStatus.EQUIVALENT);
        assertThat(comparison.allocations()).hasSize(1);
    }

    /** Catches a lost or unmatched result of a real file with three modes and profilers. */
    @Test
    void resultsOfRealFileFindTheirCounterparts() throws Exception {
        Path file = folder.resolve("real.json");
        try (InputStream json = JmhCompareTest.class.getResourceAsStream("jmh-foreign.json")) {
            assertThat(json).isNotNull();
            Files.write(file, json.readAllBytes());
        }
        Comparison comparison = Comparison.of(ComparedRun.read(file), ComparedRun.read(file));
        assertThat(comparison.cells()).hasSize(12).allSatisfy(cell -> {
            assertThat(cell.ratio().value()).isEqualTo(1);
            assertThat(cell.base().forks()).isEqualTo(3);
        });
        assertThat(comparison.allocations()).isNotEmpty();
    }

    /** Catches two runs of the suite that look equal although they used one and two threads. */
    @Test
    void ownRunsAreComparedByTheirConditions() {
        Comparison comparison = Comparison.of(ComparedRun.of("one", own("1")), ComparedRun.of("two", own("2")));
        assertThat(comparison.cells())
                .extracting(ComparedCell::status, ComparedCell::reason)
                .containsExactly(tuple(CellStatus.NOT_COMPARABLE, "the number of threads differs (base 1, new 2)"));
        assertThat(comparison.surroundings().differences()).contains(new EnvironmentDifference("threads", "1", "2"));
    }

    private static Run own(String threads) {
        return new RunMaker()
                .noted("threads", threads)
                .cell("encode kryo int", 1, 1.01, 1.02)
                .run();
    }

    private static String result(String raw) {
        return result(raw, "");
    }

    private static String result(String raw, String secondary) {
        return RESULT.replace("RAW", raw).replace("SECONDARY", secondary);
    }

    private static String member(String name, String unit, String raw) {
        return "\"" + name + "\": {\"score\": 1, \"scoreError\": 1, \"scoreUnit\": \"" + unit + "\", \"rawData\": "
                + raw + "}";
    }

    private Comparison compare(String base, String candidate) throws IOException {
        Path one = Files.writeString(folder.resolve("base.json"), "[" + base + "]");
        Path other = Files.writeString(folder.resolve("new.json"), "[" + candidate + "]");
        return Comparison.of(ComparedRun.read(one), ComparedRun.read(other));
    }
}
