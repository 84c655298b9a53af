package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.RunFolder;
import dev.pipemark.record.RunMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a report that lands where nobody looks, or a mistake that is more than a sentence or costs the others theirs. */
class ReportCommandTest {
    private static final String JMH = """
            [{"benchmark": "org.example.Foo.bar", "mode": "avgt", "threads": 1,
              "primaryMetric": {"score": 2, "scoreUnit": "us/op", "rawData": [[1], [2], [3]]}, "secondaryMetrics": {}}]
            """;

    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("mine.json"), JMH);
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/mine.json"), JMH);
        Files.writeString(folder.resolve("cut.json"), JMH.substring(0, 60));
        Files.writeString(folder.resolve("nothing.json"), "[]");
        Files.writeString(folder.resolve("object.json"), "{\"id\": 3}");
        Files.writeString(folder.resolve("words.json"), "Benchmark Mode Cnt");
        Files.writeString(folder.resolve("table.csv"), "Benchmark,Mode");
        Files.createDirectories(folder.resolve("bare"));
        Files.delete(new RunMaker().write(folder.resolve("planned")).resolve(RunFolder.JOURNAL));
    }

    @Test
    void theReportOfAFileLiesBesideIt() {
        assertThat(report("mine.json")).isEqualTo(ExitCode.FINE);
        assertThat(typed.out().strip())
                .isEqualTo(folder.resolve("mine-report/report.md").toString());
        assertThat(folder.resolve("mine-report")).isDirectoryContaining("glob:**report.html");
        assertThat(typed.err()).isEmpty();
    }

    /** Catches two files of one name whose reports overwrite each other. */
    @Test
    void theReportsLieWhereTheyAreAskedFor() {
        assertThat(report(
                        "mine.json",
                        "other/mine.json",
                        "--results",
                        folder.resolve("out").toString()))
                .isZero();
        assertThat(folder.resolve("out/mine-report/report.md")).isNotEmptyFile();
        assertThat(folder.resolve("out/mine-report-2/report.md")).isNotEmptyFile();
        assertThat(folder.resolve("mine-report")).doesNotExist();
    }

    /** Catches a run's report that is lost to a neighbour, and a failure that scripts do not hear of. */
    @Test
    void oneThatCannotBeReadDoesNotCostTheOthersTheirReport() {
        assertThat(report("nowhere", "cut.json", "mine.json")).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("mine-report/report.html")).isNotEmptyFile();
        assertThat(typed.err().lines()).hasSize(2);
        assertThat(typed.out().lines()).hasSize(1);
    }

    /** Catches a report that depends on what options were called when the run was made. */
    @Test
    void aRunIsReportedByItsPlanAndNotByItsCommandLine() throws IOException {
        new RunMaker()
                .typed("--an-option-of-another-version", "7")
                .cell("encode java order", 1.5, 1.6)
                .write(folder.resolve("renamed"));
        assertThat(report("renamed")).as(typed.err()).isEqualTo(ExitCode.FINE);
        assertThat(folder.resolve("renamed/jmh-result.json")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nowhere | there is no DIR/nowhere: give the folder of a run, or a JSON file of JMH's",
                "bare | there is no run.json in DIR/bare: give the folder of one run",
                "other | there is no run.json in DIR/other: if JMH wrote DIR/other/mine.json, give that file",
                "planned | there is no journal.jsonl in DIR/planned: nothing of that run finished; run --resume",
                "cut.json | DIR/cut.json is not whole JSON",
                "nothing.json | DIR/nothing.json is an empty list of results; give what JMH wrote with -rf json",
                "object.json | DIR/object.json is not JMH's JSON",
                "words.json | DIR/words.json is not whole JSON",
                "table.csv | DIR/table.csv is neither the folder of a run nor a .json file of JMH's",
                "mine.json --wrong | 'report': Unknown option: '--wrong'; report --help says more",
            })
    void aMistakeIsOneSentence(String line, String message) {
        assertThat(report(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList())
                .singleElement()
                .asString()
                .startsWith(message.replace("DIR", folder.toString()));
        assertThat(typed.out()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**-report");
    }

    @Test
    void helpSaysWhatThereIs() {
        assertThat(report("--help")).isZero();
        assertThat(typed.out())
                .contains("--results", "NAME-report", "-rf json")
                .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= Terminal.COLUMNS));
    }

    /** Runs in this test's folder: words that are no option, nor an option's word, are names in it. */
    private int report(String... words) {
        List<String> args = new ArrayList<>(List.of("report"));
        for (String word : words) {
            args.add(word.startsWith("-") ? word : folder.resolve(word).toString());
        }
        return typed.run(args);
    }
}
