package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.Brief;
import dev.pipemark.record.Json;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.yours.AcmeJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a user's class that needs code of the user, and an answer that does not name the field. */
class YourClassTest {
    @TempDir
    static Path shared;

    private static Path acme = Path.of("");

    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    @BeforeAll
    static void compile() throws IOException {
        acme = AcmeJar.in(shared);
    }

    @Test
    void theProbeSaysWhichFieldOfTheClassIsLost() throws IOException {
        assertThat(run(
                        "probe",
                        "--codecs",
                        "java,jackson-json,kryo-graph",
                        "--class",
                        "com.acme.Ledger",
                        "--class",
                        "com.acme.Order"))
                .as(typed.err())
                .isZero();

        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains(
                        "Probing 2 payloads with 3 codecs",
                        "your-ledger: com.acme.Ledger, made by Instancio ",
                        "java: refused on encode: ledger.accounts[0].monitor: ",
                        "ledger.accounts[0].rate is null in every value",
                        "add the jar with such a class by --user-jar",
                        "your-order: com.acme.Order, made by Instancio ")
                .contains("6 of 6 pairs tried");
        assertThat(typed.out().lines())
                .allMatch(line -> line.length() <= Terminal.COLUMNS || line.startsWith("Report: "));
        assertThat(Files.readString(made("report.md")))
                .contains("## your-ledger, codec by codec", "ledger.accounts\\[0\\].monitor");
        assertThat(Files.readString(made("capabilities.csv"))).contains("your-order,exact");
    }

    @Test
    void payloadsAreProbedLikeClasses() {
        assertThat(typed.run(List.of(
                        "probe", "--codecs", "java,raw", "--payloads", "order", "--results", folder.toString())))
                .as(typed.err())
                .isZero();
        assertThat(typed.out()).contains("order: dev.pipemark.model.Order", "  exact: java", "raw: refused on encode");
    }

    /**
     * A run with real forks and workers, as brief as possible, from the answer of the probe to the report. Catches codecs
     * that are tried although the user named others, and a plan without the times that the probe measured.
     */
    @Test
    void aRunMeasuresTheCodecsThatCarryTheClass() throws IOException {
        assertThat(run(
                        "--class",
                        "com.acme.Person",
                        "--codecs",
                        "kryo-graph,java",
                        "--seed",
                        "1",
                        "-f",
                        "1",
                        "-wi",
                        "0",
                        "-i",
                        "1",
                        "-r",
                        "10ms",
                        "-jvmArgsAppend",
                        Brief.FLAGS,
                        "encode"))
                .as(typed.err())
                .isZero();

        assertThat(typed.out())
                .contains(
                        "Probing 1 payload with 2 codecs",
                        "your-person: com.acme.Person, made by Instancio ",
                        "  exact: ",
                        "java: refused on encode: ",
                        "Plan yours: ",
                        "not measured with your-person, since it does not arrive whole: java");
        assertThat(Files.readAllLines(made("results.csv")))
                .anyMatch(row -> row.contains("encode,kryo-graph,your-person,") && row.contains(",measured,"))
                .noneMatch(row -> row.contains("java,your-person"));
        assertThat(Files.readString(folder.resolve("results/latest/details/trust.md")))
                .contains("your-person: com.acme.Person, made by Instancio ");
        assertThat(Json.readInfo(made("run.json")).payloads())
                .singleElement()
                .extracting(PayloadFacts::carrying)
                .satisfies(carrying -> {
                    assertThat(carrying.comparing()).isPositive();
                    assertThat(carrying.coders()).containsOnlyKeys("kryo-graph");
                    assertThat(carrying.of("kryo-graph").opening()).isPositive();
                    assertThat(carrying.of("kryo-graph").message()).isPositive();
                });
    }

    @Test
    void aDryRunPrintsThePlanAndLeavesNothing() {
        assertThat(run("--class", "com.acme.Order", "--dry-run"))
                .as(typed.err())
                .isZero();
        assertThat(typed.out())
                .contains(
                        "Plan yours: ",
                        "no codec has been tried yet",
                        "encode kryo-registered your-order",
                        "stream java your-order")
                .doesNotContain("left out, because");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "probe --class com.acme.Ordr | --class: there is no class com.acme.Ordr in acme.jar, nor in Java; did you mean 'com.acme.Order'?",
                "--class com.acme.Ordr | --class: there is no class com.acme.Ordr in acme.jar, nor in Java; did you mean 'com.acme.Order'?",
                "probe --class List<com.acme.Order | --class 'List<com.acme.Order' is not a type: write com.acme.Order, or 'java.util.List<com.acme.Order>' in quotation marks",
                "probe --class Map<String> | --class 'Map<String>': java.util.Map takes 2 type arguments, and not 1",
                "probe --class int | --class 'int' is a primitive type: give int[], or a class with a field of this type",
                "probe --class com.acme.Picky --codecs java | com.acme.Picky cannot be made: IllegalArgumentException: the name has to be the one and only; give values of your own by --values orders.json (or .ser)",
                "probe --class com.acme.Ledger$Rate --codecs java | com.acme.Ledger$Rate cannot be made: no known class extends or implements it; give values of your own by --values orders.json (or .ser)",
                "probe --class com.acme.Order --size 6..2 | --size 6..2: the first number must be the smaller one",
                "probe --class com.acme.Order --null-share 2 | --null-share takes a share from 0 to 1, such as 0.1, and not 2.0",
                "probe --class com.acme.Order --values none.json | --values none.json: this file does not exist or cannot be read",
                "probe --size 3 | --size needs --class, the class of the values",
                "--values orders.json | --values needs --class, the class of the values",
                "--class com.acme.Order --payloads order | --payloads and --class cannot be combined: leave one of them out",
            })
    void aMistakeIsOneSentence(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList()).containsExactly(message);
    }

    /** Catches a file of values that ends too early and is used without its last value. */
    @Test
    void valuesThatAreCutShortAreReportedInOneSentence() throws IOException {
        Path values = folder.resolve("cut.ser");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(written)) {
            out.writeObject("one");
            out.writeObject("two");
        }
        Files.write(values, Arrays.copyOf(written.toByteArray(), written.size() - 1));

        assertThat(run("probe", "--codecs", "java", "--class", "String", "--values", values.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList())
                .containsExactly(
                        "String cannot be read from cut.ser: it ends within value 2, after 1 whole value: write the"
                                + " file again");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    /** Catches a damaged jar that is reported as results that cannot be written. */
    @Test
    void aFileThatIsNotAJarIsReportedInOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jar"), "not a jar");

        assertThat(typed.run(List.of("probe", "--user-jar", text.toString(), "--class", "com.acme.Order")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList())
                .singleElement()
                .asString()
                .startsWith("--user-jar " + text + ": this is not a jar: ");
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        int at = all.get(0).equals("probe") ? 1 : 0;
        all.addAll(
                at,
                List.of(
                        "--user-jar",
                        acme.toString(),
                        "--results",
                        folder.resolve("results").toString()));
        return typed.run(all);
    }

    private Path made(String file) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
            List<Path> found = files.filter(path -> path.endsWith(file)).toList();
            assertThat(found).as(file).hasSize(1);
            return found.get(0);
        }
    }
}
