package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.capability.languages.PlainValues;
import dev.pipemark.conformance.Impostor;
import dev.pipemark.conformance.Impostor.Fault;
import dev.pipemark.record.Json;
import dev.pipemark.record.LanguageCheck;
import dev.pipemark.record.LanguageMatrix;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.MatrixFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a matrix of languages that cannot be found beside a run, and mistakes that take more than a sentence. */
class LanguagesCommandTest {
    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    /** Catches a payload without a row, a missing file, and lines that wrap on a terminal. */
    @Test
    void valuesAndPayloadsCrossAndComeBack() throws IOException {
        Path program = Impostor.launcher(folder.resolve("program"), Fault.NONE);
        assertThat(probe(
                        "--languages",
                        "--worker",
                        "other=" + program,
                        "--codecs",
                        "jackson-json,kryo",
                        "--values",
                        "long-min,string-ascii",
                        "--payloads",
                        "media-content"))
                .isZero();
        LanguageMatrix matrix = Json.readLanguages(made(LanguageMatrix.FILE));
        assertThat(matrix.ended()).isEqualTo(Matrix.COMPLETE);
        assertThat(matrix.checks())
                .extracting(LanguageCheck::value)
                .containsExactly("long-min", "string-ascii", "media-content");
        assertThat(matrix.checks())
                .allMatch(check -> check.there().carries() && check.back().carries());
        assertThat(matrix.codecs()).hasSize(2);
        assertThat(matrix.languages().get(0).runtime()).isEqualTo("Java in disguise");
        assertThat(Files.readString(made("languages.csv"))).contains("\njackson-json,other,media-content,");
        assertThat(Files.readString(made("languages.md")))
                .contains("Codecs without a format that these programs read: kryo.");
        assertThat(typed.out())
                .contains(
                        "Sending 3 values with 2 codecs to other",
                        "kryo other: no format for it",
                        "jackson-json other: 3 of 3 equal there, 3 back",
                        "Report: ");
        assertThat(typed.out().lines())
                .allMatch(line -> line.length() <= Terminal.COLUMNS || line.startsWith("Report: "));
        assertThat(MatrixFolder.newestOfLanguages(folder.resolve("results"), matrix.identity()))
                .contains(matrix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--worker ./none | --worker ./none: with --languages write a name in lower case and the executable:"
                        + " --worker rust=./my-worker",
                "--worker rust=./none | --worker rust=./none: there is no such file; scripts/build-workers builds the"
                        + " suite's own workers",
                "--contracts | --languages sends plain values and payloads in the formats of the codecs: leave out"
                        + " --contracts, --class and --format",
                "--values long-mim | there is no value 'long-mim'; did you mean 'long-min'?",
                "--codecs jackson-jsom | there is no codec 'jackson-jsom'; did you mean 'jackson-json'?",
            })
    void mistakeIsOneSentence(String line, String message) {
        assertThat(probe(Stream.concat(Stream.of("--languages"), Stream.of(line.split(" ")))
                        .toArray(String[]::new)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList()).containsExactly(message);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void valuesAreListedByTopic() {
        assertThat(probe("--languages", "--list")).isZero();
        assertThat(typed.out().lines()).allMatch(line -> line.length() <= Terminal.COLUMNS);
        PlainValues.byId().keySet().forEach(id -> assertThat(typed.out()).contains("  " + id + ":"));
    }

    private int probe(String... words) {
        return typed.run(Stream.concat(
                        Stream.of(
                                "probe", "--results", folder.resolve("results").toString()),
                        Stream.of(words))
                .toList());
    }

    private Path made(String file) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
            List<Path> found = files.filter(path -> path.endsWith(file)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
