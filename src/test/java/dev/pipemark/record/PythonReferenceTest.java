package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pipemark.record.PythonReference.CodingRow;
import dev.pipemark.record.PythonReference.Missing;
import dev.pipemark.record.PythonReference.PoolRow;
import dev.pipemark.record.PythonReference.SubmitRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonReferenceTest {
    private static final Path SCRIPT = Path.of("scripts", "python-reference").toAbsolutePath();

    @TempDir
    Path results;

    /** Catches a published file that reports cannot read. */
    @Test
    void thePublishedFileCanBeRead() throws Exception {
        assertThat(PythonReference.in(Path.of("results"))).isPresent();
    }

    /** Catches a number in the wrong field, and a lost row. */
    @Test
    void everyFieldOfARealFileIsRead() throws IOException {
        write(sample());

        PythonReference reference = PythonReference.in(results).orElseThrow();

        assertThat(reference.started()).isEqualTo(Instant.parse("2026-11-23T03:14:07Z"));
        assertThat(reference.python()).isEqualTo("3.11.7");
        assertThat(reference.implementation()).isEqualTo("CPython");
        assertThat(reference.machine()).containsEntry("cpu.cores.logical", "2");
        assertThat(reference.repeats()).isEqualTo(5);
        assertThat(reference.pool())
                .containsExactly(
                        new PoolRow(
                                "multiprocessing.Pool",
                                "fork",
                                "pickle",
                                "long",
                                1,
                                "1",
                                500,
                                List.of(28927.5, 5731.9, 10145.1, 9019.9, 16875.7),
                                List.of(37687.8, 22635.1, 26268.7, 24272.1, 41692.7),
                                List.of(17794.6, 16616.0, 15608.3, 17496.4, 23973.7)),
                        new PoolRow(
                                "concurrent.futures",
                                "fork",
                                "pickle",
                                "media-content",
                                2,
                                "default",
                                1000,
                                List.of(21864.8, 7614.9, 28964.6, 20207.4, 17168.8),
                                List.of(25839.3, 24798.9, 19364.4, 22364.4, 22685.0),
                                List.of(16786.9, 18697.2, 15906.6, 18861.3, 18057.3)));
        assertThat(reference.submit())
                .containsExactly(new SubmitRow(
                        "concurrent.futures", "long", 4, List.of(240678.0, 236958.0, 221563.0, 232032.0, 447606.0)));
        assertThat(reference.coding())
                .containsExactly(
                        new CodingRow(
                                "pickle",
                                "protocol 5, Python 3.11.7",
                                "media-content",
                                List.of(110191.7, 45065.3, 39805.1, 30496.7, 17391.7),
                                List.of(49471.9, 40966.3, 43038.8, 24196.1, 17189.5),
                                546.0,
                                ""),
                        new CodingRow(
                                "json",
                                "Python 3.11.7, UTF-8 without spaces",
                                "lambda",
                                List.of(),
                                List.of(),
                                0.0,
                                "TypeError: Object of type function is not JSON serializable"));
        assertThat(reference.missing())
                .containsExactly(
                        new Missing("msgpack", "not installed: ModuleNotFoundError: No module named 'msgpack'"));
    }

    /** Catches a file of a later version of the script that is refused for its additional fields. */
    @Test
    void unknownFieldsAreIgnored() throws IOException {
        String more = sample().replace("\"format\": 1,", "\"format\": 1, \"later\": {\"a\": [1]},")
                .replace("\"tasks\":", "\"later\": null, \"tasks\":");
        assertThat(more).isNotEqualTo(sample());
        write(more);

        assertThat(PythonReference.in(results)).isPresent();
    }

    @Test
    void thereIsNoReferenceIfTheScriptHasNotRun() throws IOException {
        assertThat(PythonReference.in(results)).isEmpty();
        assertThat(PythonReference.in(results.resolve("nowhere"))).isEmpty();
    }

    /** Catches tables of nulls, of zeros, or of numbers from another format. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "format": 2,   | "format": 1,         | its format is 1, but this version reads 2
        "format": 2,   | "format": "2",       | its format is "2", but this version reads 2
        "format": 2,   | ``                   | its format is not given
        "perSecond": [ | "perSecond": ["NaN", | perSecond
        "perSecond":   | "perMinute":         | perSecond
        "workers": 1   | "workers": null      | pool.0.workers:
        "repeats":     | "repeats":: 1,       | Unexpected character
        "missing": [   | "missing": [null,    | null
        """)
    void aDamagedFileIsRefusedWithAdvice(String part, String damaged, String why) throws IOException {
        assertThat(sample()).contains(part);
        write(sample().replace(part, damaged));

        assertUnreadable(why);
    }

    @Test
    void aForeignFileIsRefusedWithAdvice() throws IOException {
        write(sample().substring(0, sample().length() / 2));
        assertUnreadable("end-of-input");
        write("");
        assertUnreadable("format is not given");
        write("[]");
        assertUnreadable("format is not given");
    }

    @Test
    void aFolderInItsPlaceIsRefusedWithAdvice() throws IOException {
        Files.createDirectories(results.resolve(PythonReference.FILE));

        assertUnreadable("directory");
    }

    /** Catches a script that writes another format. Takes a few seconds. */
    @Test
    void theFileOfTheScriptIsRead() throws Exception {
        assumeTrue(hasPython(), "there is no python3 of 3.8 or later");

        assertThat(run(List.of("python3", SCRIPT.toString(), "--quick", "--results", results.toString())))
                .as(() -> log())
                .isZero();

        PythonReference reference = PythonReference.in(results).orElseThrow();
        assertThat(reference.pool())
                .extracting(PoolRow::library, PoolRow::codec, PoolRow::payload, PoolRow::workers, PoolRow::chunk)
                .contains(
                        tuple("multiprocessing.Pool", "pickle", "long", 1, "1"),
                        tuple("concurrent.futures", "pickle", "media-content", 2, "default"));
        assertThat(reference.pool())
                .allSatisfy(row -> assertThat(row.perSecond()).hasSize(1).allMatch(rate -> rate > 0));
        assertThat(reference.submit())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.nanos()).hasSize(1).allMatch(nanos -> nanos > 0));
        assertThat(reference.coding())
                .filteredOn(row -> row.library().equals("pickle"))
                .extracting(CodingRow::payload, row -> row.refused().isEmpty())
                .contains(tuple("media-content", true), tuple("lambda", false));
        try (var left = Files.list(results.resolve("python"))) {
            assertThat(left).as("no half-written file stays").hasSize(1);
        }
    }

    @Test
    void theScriptRefusesABadOptionInOneLine() throws Exception {
        assumeTrue(hasPython(), "there is no python3 of 3.8 or later");

        assertThat(run(List.of("python3", SCRIPT.toString(), "--repeats", "0", "--results", results.toString())))
                .isEqualTo(1);

        assertThat(log().lines()).singleElement().asString().contains("--repeats", "at least 1", "'0'");
        assertThat(results.resolve("python")).doesNotExist();
    }

    private void assertUnreadable(String why) {
        assertThatThrownBy(() -> PythonReference.in(results))
                .isInstanceOf(IOException.class)
                .message()
                .startsWith(results.resolve(PythonReference.FILE) + " cannot be read (")
                .contains(why)
                .endsWith("): run scripts/python-reference again")
                .doesNotContain("\n");
    }

    /** Returns the file of a run of the script, with only a few of its rows. */
    private static String sample() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PythonReferenceTest.class.getResourceAsStream("python-reference.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(String json) throws IOException {
        Path file = results.resolve(PythonReference.FILE);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, json);
    }

    private boolean hasPython() throws InterruptedException {
        try {
            return run(List.of("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 8))")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs the script to its end. Its output goes to the log. */
    private int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(results.resolve("log").toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String log() {
        try {
            return Files.readString(results.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
