package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.Brief;
import dev.pipemark.capability.MatrixProbe;
import dev.pipemark.record.Json;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.worker.WorkerSettings;
import dev.pipemark.yours.AcmeJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a user's class that needs code of the user, and an answer that does not name the field. */
class YourClassTest {
    /** The place of the lower byte of the version in a class file. */
    private static final int MAJOR_VERSION = 7;

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
                "probe --class com.acme.Box | --class 'com.acme.Box' has type parameters: name a class for each, as in 'com.acme.Box<String>'",
                "probe --class Map | --class 'Map' has type parameters: name a class for each, as in 'Map<String, String>'",
                "probe --class Order | --class: there is no class Order in acme.jar, nor in Java; did you mean 'com.acme.Order'?",
                "probe --class Drawing.Tree | --class: there is no class Drawing.Tree in acme.jar, nor in Java; did you mean 'com.acme.Drawing.Tree'?",
                "probe --class int | --class 'int' is a primitive type: give int[], or a class with a field of this type",
                "probe --class com.acme.Picky --codecs java | com.acme.Picky cannot be made: IllegalArgumentException: the name has to be the one and only; give values of your own by --values orders.json (or .ser)",
                "probe --class com.acme.Ledger$Rate --codecs java | com.acme.Ledger$Rate cannot be made: no known class extends or implements it; give values of your own by --values orders.json (or .ser)",
                "probe --class com.acme.Heavy --codecs java | the values are too large, or take too long to make: give a smaller --depth or --size, such as --depth 5 --size 1..2 (com.acme.Heavy cannot be made: OutOfMemoryError: Requested array size exceeds VM limit)",
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

    /** Catches values without an end that are reported without a remedy. */
    @Test
    void valuesThatTakeTooLongAreReportedWithTheRemedy() throws Exception {
        YourOptions options = new YourOptions();
        options.classes = List.of("com.acme.Endless");
        Yours yours = Yours.of(options, null, List.of(acme), List.of("java"));
        WorkerSettings settings =
                ProbeCommand.settings(yours.stock(folder.resolve("results")), folder, Duration.ofSeconds(8));
        Subjects subjects = new Subjects(List.of(), yours.payloads(), yours);

        assertThatThrownBy(() -> subjects.originals(new MatrixProbe(settings, () -> false)))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("the values are too large, or take too long to make: give a smaller --depth or"
                        + " --size, such as --depth 5 --size 1..2 (")
                .hasMessageContaining("no answer within 8 s");
    }

    /** Catches an option about made values that is ignored without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"--size 2", "--null-share 0.1", "--depth 3"})
    void optionsOfMadeValuesAreRefusedWithValuesOfAFile(String option) throws IOException {
        Path values = Files.writeString(folder.resolve("orders.json"), "[]");

        assertThat(run(("probe --class com.acme.Order --values " + values + " " + option).split(" ")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList())
                .containsExactly(
                        "--size, --null-share and --depth say how values are made: leave them out with --values");
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

    /** Catches a jar for a newer Java that ends in a stack trace, since its class is loaded before its version is read. */
    @Test
    void aClassThatIsCompiledForANewerJavaIsReportedInOneSentence() throws IOException {
        int java = Runtime.version().feature();
        Path newer = AcmeJar.copy(acme, folder.resolve("newer.jar"), Map.of("com/acme/Order.class", content -> {
            content[MAJOR_VERSION] = (byte) (44 + java + 1);
            return content;
        }));

        assertThat(typed.run(List.of("probe", "--user-jar", newer.toString(), "--class", "com.acme.Order")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList())
                .containsExactly("--user-jar " + newer + ": com/acme/Order.class is compiled for Java " + (java + 1)
                        + ", and this is Java " + java + ": compile it with --release " + java
                        + ", or run it on Java " + (java + 1));
    }

    /** Catches a damaged class that ends in a stack trace. */
    @Test
    void aClassThatCannotBeLoadedIsReportedInOneSentence() throws IOException {
        Path damaged = AcmeJar.copy(
                acme,
                folder.resolve("damaged.jar"),
                Map.of("com/acme/Order.class", content -> Arrays.copyOf(content, content.length / 2)));

        assertThat(typed.run(List.of("probe", "--user-jar", damaged.toString(), "--class", "com.acme.Order")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList())
                .singleElement()
                .asString()
                .startsWith("--class: a class of the jars cannot be loaded: java.lang.ClassFormatError: ");
    }

    /** Catches the jar of an application that is searched as if its classes were in its root. */
    @Test
    void aClassOfAnApplicationsJarIsReportedWithTheRemedy() throws IOException {
        Path application = folder.resolve("application.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(application));
                JarFile from = new JarFile(acme.toFile())) {
            out.putNextEntry(new JarEntry("BOOT-INF/classes/com/acme/Order.class"));
            out.write(from.getInputStream(from.getEntry("com/acme/Order.class")).readAllBytes());
        }

        assertThat(typed.run(List.of("probe", "--user-jar", application.toString(), "--class", "com.acme.Order")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList())
                .containsExactly("--class: there is no class com.acme.Order in application.jar, nor in Java; a jar has"
                        + " its classes in BOOT-INF/classes/: unpack it, and give the plain jar of the classes");
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
