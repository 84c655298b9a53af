package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.RunFolder;
import dev.pipemark.record.RunMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches errors longer than a sentence or that prevent other reports, and a page for benchmarks of another suite. */
class ReportCommandTest {
    private static final Path RECORDED = Path.of("results", "remedies");

    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("mine.json"), "[]");
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/mine.json"), "[]");
        Files.writeString(folder.resolve("table.csv"), "Benchmark,Mode");
        Files.createDirectories(folder.resolve("bare"));
        Files.delete(new RunMaker().write(folder.resolve("planned")).resolve(RunFolder.JOURNAL));
        new RunMaker()
                .cell("encode java order", 100, 101, 102)
                .cell("encode kryo order", 50, 50.5, 51)
                .cell("decode java order", 100, 101, 102)
                .cell("roundTrip java a-payload-with-a-name-that-is-long", 100, 101)
                .cell("roundTrip kryo a-payload-with-a-name-that-is-long", 200, 202)
                .cell("decode other other", 1, 2, 3)
                .write(folder.resolve("timed"));
    }

    /** Catches a run whose report is lost because of another folder, and a failure without an exit code. */
    @Test
    void unreadableFolderDoesNotPreventOtherReports() throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        try (Stream<Path> files = Files.list(RECORDED)) {
            for (Path file : files.toList()) {
                Files.copy(file, run.resolve(file.getFileName()));
            }
        }
        assertThat(report("nowhere", "mine.json", "run")).isEqualTo(ExitCode.USAGE);
        assertThat(run.resolve("report.html")).isNotEmptyFile();
        assertThat(typed.err().lines()).hasSize(2);
        assertThat(typed.out().lines()).hasSize(1);
    }

    /** Catches a report that depends on the option names at the time of the run. */
    @Test
    void runIsReportedByItsPlan() throws IOException {
        new RunMaker()
                .typed("--an-option-of-another-version", "7")
                .cell("encode java order", 1.5, 1.6)
                .write(folder.resolve("renamed"));
        assertThat(report("renamed")).as(typed.err()).isEqualTo(ExitCode.FINE);
        assertThat(folder.resolve("renamed/jmh-result.json")).isNotEmptyFile();
    }

    /** Catches a comparison with other numbers than the report's, a line that wraps, and a report that nobody asked for. */
    @Test
    void pairIsComparedCellByCell() {
        assertThat(report("timed", "--pair=java,kryo")).as(typed.err()).isEqualTo(ExitCode.FINE);
        assertThat(typed.out().lines())
                .hasSize(3)
                .allMatch(line -> line.length() <= Terminal.COLUMNS)
                .anyMatch(line -> line.matches("encode +order +× 2\\.0 \\[2\\.0, 2\\.0] +▼ slower"))
                .anyMatch(line -> line.matches("round-trip +a-payload-with-\\S+… +× 0\\.50 +too few forks"));
        assertThat(folder.resolve("timed/report.md")).doesNotExist();
    }

    /** Catches an empty answer. */
    @Test
    void pairWithoutCommonCellIsOneSentence() {
        assertThat(report("timed", "--pair=java,other")).isEqualTo(ExitCode.FINE);
        assertThat(typed.out().lines()).containsExactly("java and other were not timed on the same payload");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nowhere | there is no DIR/nowhere: give the folder of a run",
                "bare | there is no run.json in DIR/bare: give the folder of one run",
                "other | there is no run.json in DIR/other: JMH Visualizer (https://jmh.morethan.io) shows",
                "planned | there is no journal.jsonl in DIR/planned: no part of that run finished; measure it with run --resume",
                "mine.json | DIR/mine.json is a file, and reports are made from the folder of a run: JMH Visualizer"
                        + " (https://jmh.morethan.io) shows files that JMH wrote with -rf json, and 'compare BASE NEW' shows",
                "table.csv | DIR/table.csv is a file",
                "planned/run.json | DIR/planned/run.json is a file, and reports are made from the folder of a run: give DIR/planned",
                "timed --pair=java,krio | there is no codec 'krio' in DIR/timed; did you mean 'kryo'?",
                "timed --pair=java,unlike-any | there is no codec 'unlike-any' in DIR/timed; its report.md lists",
                "timed --pair=java | 'report': --pair needs two codecs, such as --pair java,kryo; see report --help",
                "timed --pair=java,java | 'report': --pair needs two codecs",
                "mine.json --wrong | 'report': Unknown option: '--wrong'; see report --help",
            })
    void mistakeIsOneSentence(String line, String message) {
        assertThat(report(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList())
                .singleElement()
                .asString()
                .startsWith(message.replace("DIR", folder.toString()));
        assertThat(typed.out()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**-report");
    }

    @Test
    void helpListsOptions() {
        assertThat(report("--help")).isZero();
        assertThat(typed.out())
                .contains("report DIR...", "--pair", "https://jmh.morethan.io", "compare")
                .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= Terminal.COLUMNS));
    }

    /** Runs in this test's folder. Words that are neither options nor their values are names in it. */
    private int report(String... words) {
        List<String> args = new ArrayList<>(List.of("report"));
        for (String word : words) {
            args.add(word.startsWith("-") ? word : folder.resolve(word).toString());
        }
        return typed.run(args);
    }
}
