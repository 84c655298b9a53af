package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.conformance.Impostor;
import dev.pipemark.conformance.Impostor.Fault;
import dev.pipemark.probe.values.Values;
import dev.pipemark.record.Json;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.MatrixFolder;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a probe that fails because a codec fails, and errors longer than a sentence. */
class ProbeCommandTest {
    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    /** Catches refusals that change the exit code, missing files, and a matrix that cannot be found. */
    @Test
    void codecFailuresAreResults() throws IOException {
        assertThat(probe("--codecs java,raw --values string-ascii,reentrant-lock-held,thread-running"))
                .isZero();
        Matrix matrix = Json.readMatrix(made(Matrix.FILE));
        assertThat(matrix.checks())
                .extracting(ValueCheck::outcome)
                .containsExactlyInAnyOrder(
                        ValueOutcome.EXACT,
                        ValueOutcome.WRONG,
                        ValueOutcome.REFUSED_ON_ENCODE,
                        ValueOutcome.REFUSED_ON_ENCODE,
                        ValueOutcome.REFUSED_ON_ENCODE,
                        ValueOutcome.REFUSED_ON_ENCODE);
        assertThat(Files.readString(made("capabilities.csv")))
                .contains(",false,reentrant-lock-held,silently wrong,false,")
                .contains("NotSerializableException: java.lang.Thread");
        assertThat(Files.readString(made("report.md")))
                .contains("| string-ascii |", "## Silently wrong", "another thread gets it was 'false', is 'true'");
        assertThat(made("report.html")).isNotEmptyFile();
        assertThat(typed.out()).contains("6 of 6 pairs tried", "1 silently wrong", "Report: ");
        assertThat(typed.out().lines())
                .allMatch(line -> line.length() <= Terminal.COLUMNS || line.startsWith("Report: "));
        assertThat(MatrixFolder.newest(folder.resolve("results"), matrix.identity()))
                .contains(matrix);
        assertThat(MatrixFolder.newest(folder.resolve("results"), Map.of(Matrix.CODE, "other", Matrix.JDK, "other")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--codecs kyro | there is no codec 'kyro'; did you mean 'kryo'?",
                "--values reentrant-lok-held | there is no value 'reentrant-lok-held'; did you mean 'reentrant-lock-held'?",
                "--values qqqqqqq | there is no value 'qqqqqqq'; probe --list lists them all",
                "--wrong | 'probe': Unknown option: '--wrong'; see probe --help",
                "--user-jar none.jar | --user-jar none.jar: this file does not exist or cannot be read",
                "--worker none | --worker none: there is no such file; scripts/build-workers builds the suite's own workers",
                "--worker /bin/sh --format yaml | --format yaml: 'yaml' is not a format that can be tested: choose one of json, cbor, msgpack, protobuf, avro",
                "--worker /bin/sh --codecs java | --worker tests an executable, not a codec: the only other option is --format",
                "--worker /bin/sh --worker /bin/ls | --worker tests one executable: leave out the others",
                "--format json | --format needs --worker: the executable that is tested",
            })
    void mistakeIsOneSentence(String line, String message) {
        assertThat(probe(line)).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList()).containsExactly(message);
        assertThat(typed.out()).isEmpty();
        assertThat(folder.resolve("results")).doesNotExist();
    }

    /** Catches unwritable results that are noticed only after two minutes of probing. */
    @Test
    void unwritableResultsAreReportedFirst() throws IOException {
        Files.writeString(folder.resolve("results"), "in the way");
        assertThat(probe("--codecs java")).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err())
                .startsWith("cannot write results to ")
                .endsWith("choose another place with --results\n");
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void valuesAreListedByGroup() {
        assertThat(probe("--list")).isZero();
        assertThat(typed.out().lines()).allMatch(line -> line.length() <= Terminal.COLUMNS);
        Values.all()
                .forEach(value -> assertThat(typed.out()).contains(value.group().label(), "  " + value.id() + ":"));
    }

    /** Catches a wrong exit code for a broken or a correct worker, and lines that a terminal would cut. */
    @Test
    void workerIsTestedRuleByRule() throws IOException {
        assertThat(probe("--worker " + Impostor.launcher(folder, Fault.NONE))).isZero();
        assertThat(typed.out())
                .contains("holds      greeting      the first message is HELLO")
                .containsPattern("\n(\\d+) of \\1 rules hold\n");
        assertThat(probe("--worker " + Impostor.launcher(folder, Fault.OLD_VERSION) + " --format cbor"))
                .isEqualTo(ExitCode.FAILED_CELL);
        assertThat(typed.out())
                .contains("BROKEN     version       the protocol version is 4, but it speaks version 3")
                .endsWith("rules hold, 1 is broken\n");
        assertThat(typed.out().lines()).allMatch(text -> text.length() <= Terminal.COLUMNS);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    private int probe(String line) {
        return typed.run(Stream.concat(
                        Stream.of(
                                "probe", "--results", folder.resolve("results").toString()),
                        Stream.of(line.split(" ")))
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
