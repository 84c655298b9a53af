package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.report.doc.Names;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    private static final Cell LONG = Cell.of(
            "roundTrip",
            "a-codec-of-somebody-with-a-very-long-name-indeed",
            "a-payload-that-is-named-at-least-as-long",
            Map.of("transport", "memory"));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Catches a line wider than 80 columns, which wraps and cannot be overwritten. */
    @Test
    void overwrittenLineFitsTerminal() {
        ProgressLines progress = new ProgressLines(terminal(true));
        progress.probing("kryo", 1, 17);
        progress.starting(LONG, 1, 99, 100, 7261);
        progress.starting(Cell.of("encode", "java", "int", Map.of()), 1, 100, 100, 5);
        for (String line : text().split("\r")) {
            assertThat(line.length()).as(line).isLessThan(Terminal.COLUMNS);
        }
        assertThat(text()).contains("[99/100] roundTrip a-codec", "…, 2 h 1 min left", "encode java int, 5 s left");
    }

    /** Catches a file full of carriage returns, and output that does not name the measured cells. */
    @Test
    void withoutTerminalEachForkIsOneLine() {
        ProgressLines progress = new ProgressLines(terminal(false));
        Cell cell = Cell.of("stream", "java", "int", Map.of("transport", "pipe", "window", "64"));
        progress.probing("java", 1, 1);
        progress.starting(cell, 1, 1, 2, 90);
        progress.finished(fork(cell, null, 610_400.0), 1, 2, 80);
        progress.finished(fork(LONG, "the fork died"), 2, 2, 0);
        assertThat(text().lines())
                .containsExactly(
                        "1/2 stream java int: 610 k/s, 1 min 20 s left",
                        ProgressLines.name(LONG) + " failed in round 1: the fork died");
    }

    @ParameterizedTest
    @CsvSource({"5, 5 s", "59.6, 1 min", "61, 1 min 1 s", "280, 4 min 40 s", "3600, 1 h", "3661, 1 h 1 min"})
    void durationsAreFormatted(double seconds, String words) {
        assertThat(Names.duration(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1234567, ops/s, 1.2 M/s",
        "612345, ops/s, 610 k/s",
        "3.14, ops/s, 3.1/s",
        "12.34, ns/op, 12 ns",
        "999.9, ns/op, 1.0 µs",
        "1234567, ns/op, 1.2 ms",
        "NaN, ns/op, no score"
    })
    void scoresHaveTwoDigits(double score, String unit, String words) {
        assertThat(Scores.words(score, unit)).isEqualTo(words);
    }

    private static Fork fork(Cell cell, @org.jspecify.annotations.Nullable String failure, Double... scores) {
        return new Fork(cell, 1, 1, "thrpt", "ops/s", List.of(scores), ForkNote.EMPTY, Instant.EPOCH, 1, failure);
    }

    private Terminal terminal(boolean interactive) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new Terminal(out, out, interactive);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
