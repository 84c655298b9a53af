package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.RunFolder;
import dev.pipemark.record.RunMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a comparison whose exit code hides its result, and errors longer than a sentence. */
class CompareCommandTest {
    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    @BeforeEach
    void writeRuns() throws IOException {
        base().write(folder.resolve("base"));
        new RunMaker()
                .payload("int", "aa")
                .cell("encode a int", 200, 200, 200)
                .cell("encode b int", 10, 10, 10)
                .write(folder.resolve("slower"));
        base().fact("cpu.model", "Other CPU").write(folder.resolve("elsewhere"));
        base().payload("int", "bb").write(folder.resolve("others"));
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(new RunMaker().write(folder.resolve("nothing")).resolve(RunFolder.JOURNAL), "");
        Files.writeString(folder.resolve("cut.json"), "[{\"benchmark\": \"a.B.c\", \"primaryM");
        Files.writeString(folder.resolve("file"), "in the way");
        Files.writeString(folder.resolve("numbers.json"), "[1, 2]");
        Files.writeString(folder.resolve("foreign.json"), foreign("100.0"));
        Files.writeString(folder.resolve("foreign-slower.json"), foreign("200.0"));
        String threads = foreign("10.0").replace("\"threads\": 1", "\"threads\": 8");
        Files.writeString(folder.resolve("foreign-threads.json"), threads);
        Files.writeString(folder.resolve("foreign-other.json"), foreign("1.0").replace("parse", "print"));
    }

    /** A JMH file of another suite: five forks with one score. */
    private static String foreign(String score) {
        String forks = String.join(",", Collections.nCopies(5, "[" + score + "]"));
        return "[{\"benchmark\": \"org.other.Parsing.parse\", \"mode\": \"avgt\", \"threads\": 1, \"forks\": 5,"
                + " \"primaryMetric\": {\"score\": " + score + ", \"scoreUnit\": \"ns/op\", \"rawData\": [" + forks
                + "]}, \"secondaryMetrics\": {}}]";
    }

    @ParameterizedTest
    @CsvSource({
        "base slower --fail-on regression, 3",
        "base slower, 0",
        "slower base --fail-on regression, 0",
        "base base --fail-on regression, 0",
        "foreign.json foreign-slower.json --fail-on regression, 3",
        "foreign-slower.json foreign.json --fail-on regression, 0",
        "base elsewhere --force, 0",
        // Cells that cannot be compared have neither regressed nor passed.
        "foreign.json foreign-threads.json, 0",
        "foreign.json foreign-other.json, 0"
    })
    void exitCodeShowsRegression(String line, int code) {
        assertThat(compare(line.split(" "))).isEqualTo(code);
        assertThat(typed.err()).isEmpty();
    }

    /** Catches a check that passes silently although it left some cells out. */
    @Test
    void incomparableCellsAreReported() throws IOException {
        String other = foreign("1.0").replace("parse", "print");
        String threads = other.replace("\"threads\": 1", "\"threads\": 8");
        Files.writeString(folder.resolve("both.json"), joined(foreign("100.0"), other));
        Files.writeString(folder.resolve("both-threads.json"), joined(foreign("100.0"), threads));

        assertThat(compare("both.json", "both-threads.json", "--fail-on", "regression"))
                .isZero();
        assertThat(typed.out()).contains("--fail-on regression: 1 cell could not be compared");
        assertThat(compare("both.json", "both-threads.json", "--fail-on", "regression", "--strict"))
                .isEqualTo(1);
        assertThat(typed.err()).contains("--strict: 1 cell could not be compared; measure both runs in the same way");
    }

    private static String joined(String one, String other) {
        return one.substring(0, one.length() - 1) + "," + other.substring(1);
    }

    @Test
    void filesAreWrittenBesideNewRunByDefault() throws IOException {
        assertThat(compare("base", "slower")).isZero();
        assertThat(typed.out())
                .startsWith("# base → slower")
                .contains("1 regressed, 1 equivalent")
                .contains("Comparison: " + folder.resolve("compare-base-slower/compare.md"));
        assertThat(folder.resolve("compare-base-slower")).isDirectoryContaining("glob:**compare.{md,csv,json}");
        assertThat(compare(
                        "base", "slower", "--out", folder.resolve("mine/there").toString()))
                .isZero();
        assertThat(folder.resolve("mine/there/compare.json")).isNotEmptyFile();
        Files.createSymbolicLink(folder.resolve("latest"), folder.resolve("slower"));
        Files.delete(folder.resolve("compare-base-slower/compare.md"));
        assertThat(compare("base", "latest")).isZero();
        assertThat(folder.resolve("compare-base-slower/compare.md")).isNotEmptyFile();
    }

    /** Catches a stack trace, several lines, a partial comparison, or exit code 0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "base | 'compare' needs two runs",
                "base slower base | 'compare' needs two runs",
                "base slower --wrong | 'compare': Unknown option: '--wrong'",
                "base slower --fail-on everything | --fail-on takes regression, not 'everything'",
                "base elsewhere | not comparable: the CPU model differs (base: Example CPU; new: Other CPU); --force",
                "base others | not comparable: the values of int differ (payload digest); --force compares them anyway",
                "nowhere base | there is no DIR/nowhere: give the folder of a run or a JSON file by JMH",
                "base empty | there is no run.json in DIR/empty",
                "base nothing | the journal in DIR/nothing is empty: no part of that run finished",
                "base cut.json | DIR/cut.json is not complete, valid JSON",
                "base numbers.json | DIR/numbers.json is not JMH's JSON: a result does not name its benchmark",
                "base file | DIR/file is neither the folder of a run nor a .json file by JMH",
                "base slower --out file | cannot write the comparison to DIR/file",
            })
    void mistakeIsOneSentence(String line, String message) {
        assertThat(compare(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList())
                .singleElement()
                .asString()
                .startsWith(message.replace("DIR", folder.toString()));
        assertThat(typed.out()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**compare-*");
    }

    /** Catches a CI job that passes because no cell was compared. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foreign-threads.json | the number of threads differs (base 1, new 8)",
                "foreign-other.json | no cell is in both"
            })
    void comparisonWithoutCellsFails(String candidate, String why) {
        assertThat(compare("foreign.json", candidate, "--fail-on", "regression"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err())
                .startsWith("--fail-on regression: nothing was compared, since " + why)
                .hasLineCount(1);
    }

    @Test
    void helpListsOptions() {
        assertThat(compare("--help")).isZero();
        assertThat(typed.out())
                .contains("--out", "--force", "--fail-on", "compare-BASE-NEW", "3 if a cell regressed")
                .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= Terminal.COLUMNS));
    }

    private static RunMaker base() {
        return new RunMaker()
                .payload("int", "aa")
                .cell("encode a int", 100, 100, 100)
                .cell("encode b int", 10, 10, 10);
    }

    /** Runs in this test's folder. Words that are neither options nor their values are names in it. */
    private int compare(String... words) {
        List<String> args = new ArrayList<>(List.of("compare"));
        for (String word : words) {
            boolean option = word.startsWith("-") || args.get(args.size() - 1).equals("--fail-on");
            args.add(option ? word : folder.resolve(word).toString());
        }
        return typed.run(args);
    }
}
