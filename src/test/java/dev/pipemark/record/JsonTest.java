package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Difference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches a record that differs after it was written and read. */
class JsonTest {
    private static final Cell CELL = Cell.of("stream", "kryo", "media-content", Map.of("window", "64"));

    static List<JournalLine> lines() {
        ForkNote note = new ForkNote(
                Map.of(Metric.P999, Double.NaN, Metric.PARENT_CPU, 12.5, Metric.MAX, Double.POSITIVE_INFINITY),
                Map.of("pid", "17"));
        Instant start = Instant.parse("2026-11-22T10:15:30.123Z");
        return List.of(
                new JournalLine.CheckLine(new PairCheck("kryo", "tree", PairCheck.Fate.DIED, "SIGSEGV\n\"at\" \u2028")),
                new JournalLine.SizesLine(new PairSizes("kryo", "tree", 64, 12.25, 1, Long.MAX_VALUE, 9, Double.NaN)),
                new JournalLine.ForkLine(
                        new Fork(CELL, 1, 2, "thrpt", "ops/s", List.of(1e6, Double.NaN), note, start, 3.25, null)),
                new JournalLine.ForkLine(
                        new Fork(CELL, 1, 2, "thrpt", "ops/s", List.of(), ForkNote.EMPTY, start, 3, "died")),
                new JournalLine.EndLine(new RunEnd("complete", 12, Map.of("load1", "0.5"))),
                new JournalLine.EndLine(new RunEnd("complete", 12, Map.of(), RunEnd.SPENT)),
                new JournalLine.EndLine(RunEnd.UNFINISHED));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineThatIsReadEqualsTheWrittenOne(JournalLine line) {
        String json = Json.line(line);
        assertThat(json).doesNotContain("\n");
        assertThat(Json.readLine(json)).isEqualTo(line);
    }

    @Test
    void metricsAreWrittenByIdAndInstantsAsText() {
        assertThat(Json.line(lines().get(2)))
                .contains(
                        "\"p99.9\":\"NaN\"",
                        "\"max\":\"Infinity\"",
                        "\"parent-cpu\":12.5",
                        "\"2026-11-22T10:15:30.123Z\"");
    }

    @Test
    void aTextThatIsNotALineIsRefused() {
        for (String line : List.of("", "{}", "[]", "{\"fork\":{}}", "{\"other\":1}", "{\"end\"", "{\"end\":{}} {}")) {
            assertThatThrownBy(() -> Json.readLine(line)).as(line).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFileThatIsReadEqualsTheWrittenOne(@TempDir Path dir) throws Exception {
        Map<String, String> ordered = new LinkedHashMap<>();
        ordered.put("z", "1");
        ordered.put("a", "2");
        RunInfo info = new RunInfo(
                "id",
                "quick",
                List.of("--x"),
                -3,
                5,
                61.5,
                Instant.EPOCH,
                ordered,
                ordered,
                Map.of("g:a", "1"),
                List.of(
                        new CodecFacts("kryo", "tuned", "nothing", "g:a", "1", false, Map.of("a-1.jar", 412L)),
                        new CodecFacts(
                                "kryo+zstd",
                                "tuned",
                                "time",
                                "g:a",
                                "1",
                                false,
                                null,
                                new Difference("kryo", "compression"))),
                List.of(
                        new PayloadFacts("tree", "instances"),
                        new PayloadFacts(
                                "your-order",
                                "instances",
                                "7f",
                                new Making(0.25, 8),
                                new Carrying(0.5, Map.of("kryo", new Carrying.Coder(3.5, 0.125))))),
                List.of(CELL),
                List.of("note"),
                new RunPlan(
                        List.of("-t", "2"),
                        new RunPlan.Times(1, 2, 3, 4, 5),
                        "jmh",
                        "same",
                        List.of("/my.jar"),
                        List.of(
                                new Arm("old", List.of("/old.jar"), null, List.of("-Xint"), ordered, "17"),
                                Arm.ofWorker("python", "/workers/python")),
                        90.5,
                        45.0,
                        0.1,
                        12,
                        25));
        Json.writeInfo(info, dir.resolve("run.json"));
        RunInfo back = Json.readInfo(dir.resolve("run.json"));
        assertThat(back).isEqualTo(info);
        assertThat(back.environment().keySet()).containsExactly("z", "a");

        try (var files = Files.list(dir)) {
            assertThat(files).hasSize(1);
        }
    }
}
