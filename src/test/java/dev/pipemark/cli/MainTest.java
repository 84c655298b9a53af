package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.codecs.BuiltInCodecs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines that measure nothing. */
class MainTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Catches a mistake that starts a run, prints a stack trace, or exits with 0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "doctr | there is no benchmark that matches 'doctr'; did you mean the command 'doctor'?",
                "encod3 | there is no benchmark that matches 'encod3'; did you mean 'encode'?",
                "(encode | '(encode' is not a regular expression: Unclosed group",
                "--preset quik | there is no preset 'quik'; did you mean 'quick'?",
                "--preset long | there is no preset 'long'; there are quick, standard, full",
                "--codecs kyro | there is no codec 'kyro'; did you mean 'kryo'?",
                "--codecs kyro+zstd | there is no codec 'kyro'; did you mean 'kryo'?",
                "--codecs kryo+gzip | there is no compression 'gzip'; there are deflate, lz4, snappy, zstd",
                "probe --codecs java,kryo+ztsd | there is no compression 'ztsd'; did you mean 'zstd'?",
                "--payloads media-contents | there is no payload 'media-contents'; did you mean 'media-content'?",
                "--payloads qqq | there is no payload 'qqq'; the command 'payloads' lists them all",
                "--user-jar none.jar | --user-jar none.jar: this file does not exist or cannot be read",
                "--resume none | there is no run.json in none",
                "--budget 1s | a budget of 1 s is too short: one round of the smallest plan takes",
                "report | 'report' needs the folder of a run",
                "report -x | 'report': Unknown option: '-x'; see report --help",
                "codecs kyro | there is no codec 'kyro'; did you mean 'kryo'?",
                "codecs --codecs kryo | 'codecs' takes names of codecs, --long and --user-jar, not '--codecs'",
                "payloads --preset quick | the only option of 'payloads' is --user-jar: leave out '--preset'",
                "doctor now | 'doctor' has no options or arguments: leave out 'now'",
            })
    void mistakeIsOneLineAndExitsWithOne(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8).lines().toList())
                .singleElement()
                .asString()
                .startsWith(message);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** Catches unwritable results that are noticed only after measuring. */
    @Test
    void unwritableResultsAreReportedFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(run("encode", "--codecs", "java", "--payloads", "int", "--results", file + "/results"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("cannot write results to " + file)
                .contains("nothing was measured");
    }

    /** Catches a dry run that measures, or that prints no cells, order or time. */
    @Test
    void dryRunPrintsPlan() {
        assertThat(run("--dry-run", "--codecs", "java", "--payloads", "int,long", "-f", "2", "--seed", "4"))
                .isZero();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).matches("Plan custom: 19 cells × 2 rounds = 38 forks, about .*");
        assertThat(lines).hasSize(22).anyMatch(line -> line.contains("stream java long"));
        assertThat(lines.get(21)).contains("order side-by-side, seed 4");
        assertThat(lines).allMatch(line -> line.length() <= Terminal.COLUMNS);
    }

    /** Catches lists that are wider than a terminal or incomplete. */
    @Test
    void listsHaveOneLineEach() {
        assertThat(run("codecs")).isZero();
        assertThat(run("payloads")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .allMatch(line -> line.length() <= Terminal.COLUMNS)
                .contains("Compression, as in kryo+zstd: deflate, lz4, snappy, zstd")
                .anyMatch(line -> line.matches("java +[\\d.]+ +idiomatic +- +none -"))
                .anyMatch(line -> line.matches("java\\+lz4 +[\\d.]+ +tuned +- +\\d+ kB Apache-2\\.0"))
                .anyMatch(line -> line.matches("kryo +[\\d.]+ +idiomatic +20[\\d-]+ +\\d+ kB BSD-3-Clause"))
                .anyMatch(line -> line.matches("media-content +instances +MediaContent"));
    }

    /** Catches details that are missing, cut, or those of other codecs. */
    @Test
    void namedCodecsAreDescribed() {
        assertThat(run("codecs", "kryo", "msgpack")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .allMatch(line ->
                        line.length() <= Terminal.COLUMNS || line.strip().startsWith("https://"))
                .anyMatch(line -> line.matches("  library +com\\.esotericsoftware:kryo [\\d.]+, released 20[\\d-]+"))
                .anyMatch(line -> line.matches("  licence +BSD-3-Clause"))
                .anyMatch(line -> line.matches("  gives up +\\S.*"))
                .anyMatch(line -> line.matches("  brings +[\\d.]+ [kM]B: kryo-.*"))
                .anyMatch(line -> line.matches("  security +must never read untrusted bytes.*"))
                .anyMatch(line -> line.matches(" +CVE-2026-21452, msgpack-core before 0\\.9\\.11.*"))
                .filteredOn(line -> line.matches("[a-z].*"))
                .containsExactly("kryo", "msgpack");
    }

    /** Catches a list that leaves a codec out. */
    @Test
    void allCodecsAreDescribed() {
        assertThat(run("codecs")).isZero();
        assertThat(run("codecs", "--long")).isZero();
        String all = out.toString(StandardCharsets.UTF_8);
        for (Codec codec : new BuiltInCodecs().codecs()) {
            assertThat(all)
                    .containsPattern("(?m)^" + Pattern.quote(codec.id()) + " ")
                    .containsPattern("(?m)^" + Pattern.quote(codec.id()) + "$");
        }
    }

    /** Catches an empty check, and help that omits a command. */
    @Test
    void doctorHelpAndVersionPrint() {
        assertThat(run("doctor")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("nanoTime", "steal", "taskset", "clock", "governor", "results");
        assertThat(run("help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--budget", "doctor", "130 interrupted");
        assertThat(run("version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("jmh   ", "com.esotericsoftware:kryo");
    }

    private int run(String... args) {
        return Main.run(
                Arrays.asList(args),
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false));
    }
}
