package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergedResultsTest {
    private static final Cell JAVA = Cell.of("encode", "java", "int", Map.of());
    private static final Cell KRYO = Cell.of("encode", "kryo", "int", Map.of());
    private static final Cell STREAM = Benchmark.STREAM.cell("java", "int");
    private static final Cell AGAIN = STREAM.with(Parameter.COPY, "2");
    private static final Cell LOST = Cell.of("decode", "java", "int", Map.of());

    private static final Run RUN = Samples.run(
            List.of(JAVA, KRYO, STREAM, AGAIN, LOST),
            2,
            1,
            Samples.fork(JAVA, 1, 1, "avgt", "ns/op", 10.0, 12.0),
            Samples.fork(KRYO, 1, 2, "avgt", "ns/op", 20.0, 22.0),
            Samples.fork(STREAM, 1, 3, "thrpt", "ops/s", 1000.0, 1100.0),
            Samples.fork(AGAIN, 1, 4, "thrpt", "ops/s", 1001.0, 1101.0),
            Samples.fork(LOST, 1, 5, "avgt", "ns/op"),
            Samples.fork(JAVA, 2, 6, "avgt", "ns/op", 14.0, 16.0),
            Samples.fork(KRYO, 2, 7, "avgt", "ns/op"));

    @TempDir
    Path folder;

    /** Catches a lost fork, and a fork that counts although it has no scores. */
    @Test
    void everyForkIsASeparateList() throws IOException {
        JsonNode rows = json();
        assertThat(rows.size()).isEqualTo(4);
        JsonNode java = rows.get(0);
        assertThat(java.get("benchmark").asString()).endsWith("CodecBenchmark.encode");
        assertThat(java.get("forks").asInt()).isEqualTo(2);
        assertThat(java.get("primaryMetric").get("rawData").toString()).isEqualTo("[[10.0,12.0],[14.0,16.0]]");
        assertThat(java.get("primaryMetric").get("score").asDouble()).isEqualTo(13.0);
        assertThat(java.get("primaryMetric").get("scoreUnit").asString()).isEqualTo("ns/op");
        assertThat(rows.get(1).get("forks").asInt()).isEqualTo(1);
        assertThat(java.get("params").get("codec").asString()).isEqualTo("java");
        assertThat(rows.get(3).get("params").get("arm").asString()).isEqualTo("2");
    }

    /** Catches facts of forks that are missing in the file, or averaged wrongly over forks. */
    @Test
    void notesOfForksAreSecondaryMetrics() throws IOException {
        JsonNode secondary = json().get(0).get("secondaryMetrics");
        assertThat(secondary.get("parent-cpu").get("score").asDouble()).isEqualTo(15.0);
        assertThat(secondary.get("parent-cpu").get("scoreUnit").asString()).isEqualTo("ns/op");
        assertThat(secondary.get("gc.count").get("score").asDouble()).isEqualTo(3.0);
    }

    /** Catches different rows that JMH treats as equal, since it compares parameters only by their index. */
    @Test
    void aSortedCollectionKeepsEveryRow() {
        TreeSet<RunResult> sorted = new TreeSet<>(RunResult.DEFAULT_SORT_COMPARATOR);
        sorted.addAll(merged().of(RUN));
        assertThat(sorted).hasSize(4);
    }

    /** Catches a row without a name that viewers of the format read. */
    @Test
    void theSchemaIsComplete() throws IOException {
        assertThat(json().get(0).propertyNames())
                .contains(
                        "jmhVersion",
                        "benchmark",
                        "mode",
                        "threads",
                        "forks",
                        "jvm",
                        "jvmArgs",
                        "jdkVersion",
                        "vmName",
                        "vmVersion",
                        "warmupIterations",
                        "warmupTime",
                        "warmupBatchSize",
                        "measurementIterations",
                        "measurementTime",
                        "measurementBatchSize",
                        "params",
                        "primaryMetric",
                        "secondaryMetrics");
        assertThat(json().get(0).get("jmhVersion").asString()).isEqualTo("1.37");
    }

    /** Catches a {@code -tu} that changes the unit of numbers, but not the numbers. */
    @Test
    void timeUnitsAreTheRequestedOnes() throws IOException {
        Path file = folder.resolve("tu.json");
        new MergedResults(Benchmarks.onClassPath(), settings("-tu", "us")).write(RUN, ResultFormatType.JSON, file);
        JsonNode rows = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(rows.get(0).get("primaryMetric").get("score").asDouble()).isEqualTo(0.013);
        assertThat(rows.get(0).get("primaryMetric").get("scoreUnit").asString()).isEqualTo("us/op");
        assertThat(rows.get(2).get("primaryMetric").get("scoreUnit").asString()).isEqualTo("ops/us");
    }

    /** Catches a format of JMH that cannot print recorded scores. */
    @Test
    void everyFormatIsWritten() throws IOException {
        Run alike = Samples.run(
                List.of(JAVA, KRYO), 1, 1, RUN.forks().get(0), RUN.forks().get(1));
        for (ResultFormatType format : ResultFormatType.values()) {
            Path file = folder.resolve("result." + format);
            merged().write(alike, format, file);
            assertThat(Files.readString(file)).as("%s", format).contains("encode", "kryo");
        }
    }

    /** Catches a run that ends because JMH crashes on rows with different parameters. */
    @Test
    void rowsThatAFormatCannotWriteAreReported() {
        assertThatThrownBy(() -> merged().write(RUN, ResultFormatType.LATEX, folder.resolve("result.tex")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("use -rf json");
    }

    private JsonNode json() throws IOException {
        Path file = folder.resolve("jmh-result.json");
        merged().write(RUN, ResultFormatType.JSON, file);
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private MergedResults merged() {
        return new MergedResults(Benchmarks.onClassPath(), settings());
    }

    private ForkSettings settings(String... args) {
        return new ForkSettings(Samples.options(args), Timing.FULL, "none", 1, folder);
    }
}
