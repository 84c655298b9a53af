package dev.pipemark.yours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.capability.Kept;
import dev.pipemark.capability.PayloadValues;
import dev.pipemark.capability.Sample;
import dev.pipemark.capability.ValueProbe;
import dev.pipemark.record.Making;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.run.Stock;
import dev.pipemark.worker.Maker;
import dev.pipemark.worker.QuickStart;
import dev.pipemark.worker.Ring;
import dev.pipemark.worker.WorkerSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches values that differ between processes, that are empty, or whose outcome is reported for the wrong place. */
class YourValuesTest {
    private static final Wish PARCEL = new Wish(List.of("com.acme.Parcel"), "", 1, 2, 0, 6, Map.of(), Map.of());

    @TempDir
    static Path shared;

    private static Path acme = Path.of("");

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() throws IOException {
        acme = AcmeJar.in(shared);
    }

    /**
     * Catches a value that depends on the time of day, a hash code, the order of a set or an earlier value. Two workers make
     * each value by themselves, the second one in the opposite order.
     */
    @Test
    void valuesAreEqualInTwoProcesses() throws Exception {
        List<String> types = List.of(
                "com.acme.Order",
                "com.acme.Person",
                "com.acme.Ledger",
                "com.acme.Box<com.acme.Order>",
                "com.acme.Letter",
                "com.acme.Token",
                "com.acme.Drawing",
                "com.acme.Shelf",
                "java.util.List<com.acme.Drawing.Shape>",
                "kotlin.Pair<String, java.time.ZonedDateTime>",
                "java.util.UUID",
                "int[]");
        Probe probe = new Probe(Wish.USUAL.of(types));
        ValueProbe.Originals first = probe.originals();
        List<String> backwards = new ArrayList<>(first.ids());
        Collections.reverse(backwards);
        ValueProbe.Originals second = probe.probe.originals(backwards);

        Map<String, String> made = descriptions(first);
        Map<String, String> again = descriptions(second);
        assertThat(made).hasSize(8 * types.size());
        made.forEach((id, value) -> assertThat(again.get(id)).as(id).isEqualTo(value));
        assertThat(second).isEqualTo(first);
        probe.wish
                .ids()
                .forEach((payload, type) -> assertThat(made.entrySet())
                        .filteredOn(
                                value -> PayloadValues.payload(value.getKey()).equals(payload))
                        .extracting(Map.Entry::getValue)
                        .as("distinct seeds make distinct values of " + type)
                        .hasSize(8)
                        .doesNotHaveDuplicates());
    }

    /** Returns the descriptions of values, by id. */
    private static Map<String, String> descriptions(ValueProbe.Originals originals) {
        String all = originals.toString();
        Map<String, String> descriptions = new LinkedHashMap<>();
        int end = all.length() - 1;
        List<String> ids = originals.ids();
        for (int at = ids.size() - 1; at >= 0; at--) {
            int begin = all.lastIndexOf(ids.get(at) + "=", end);
            assertThat(begin).as(ids.get(at)).isPositive();
            descriptions.put(ids.get(at), all.substring(begin + ids.get(at).length() + 1, end));
            end = begin - ", ".length();
        }
        return descriptions;
    }

    @Test
    void recordsAndBeansAndBuiltObjectsAreFilled() throws Exception {
        Probe probe = new Probe(Wish.USUAL.of(
                List.of("com.acme.Order", "com.acme.Person", "com.acme.Letter", "kotlin.Pair<String, Integer>")));
        ValueProbe.Originals made = probe.originals();

        assertThat(probe.wish.ids())
                .hasSize(4)
                .allSatisfy((payload, type) ->
                        assertThat(made.unfilled(payload)).as(type).isEmpty());
    }

    /** Catches elements of one class only, a tree without a second level, and a sum without its terms. */
    @Test
    void hierarchiesAreMixedAndAsDeepAsAsked() throws Exception {
        Probe probe = new Probe(Wish.USUAL.of(List.of("com.acme.Drawing")));
        ValueProbe.Originals made = probe.originals();

        assertThat(made.unfilled(probe.payload())).isEmpty();
        assertThat(made.toString())
                .contains("Drawing$Circle", "Drawing$Square", "Drawing$Plain", "Drawing$Sum", "Drawing$Number");
    }

    /** Catches one class that cannot be used, and makes all others that stand for an interface unusable. */
    @Test
    void aClassThatNeedsAMissingClassStandsForNoInterface() throws Exception {
        Path jar = AcmeJar.copy(
                acme, folder.resolve("partial.jar"), Map.of("com/acme/Optional.class", content -> new byte[0]));
        ClassLoader loader = Stock.loader(List.of(jar));
        Wish wish = Wish.USUAL.of(List.of("com.acme.Station"));

        Path written = YourJar.write(wish, Path.of(""), List.of(jar), loader, folder);
        try (JarFile file = new JarFile(written.toFile());
                InputStream in = file.getInputStream(file.getEntry(Wish.RESOURCE))) {
            assertThat(Wish.read(in).implementations())
                    .containsExactly(Map.entry(
                            "com.acme.Station$Plug", List.of("com.acme.Station$Flat", "com.acme.Station$Round")));
        }
    }

    @Test
    void unfilledFieldsAreNamedByFieldAndClass() throws Exception {
        Probe probe = new Probe(Wish.USUAL.of(List.of("com.acme.Ledger")));

        assertThat(probe.unfilled())
                .containsExactly(
                        "ledger.accounts[0].rate is null in every value (field rate of com.acme.Ledger$Account): no class of"
                                + " the jars extends or implements com.acme.Ledger$Rate: add the jar with such a class by"
                                + " --user-jar; or give values of your own by --values",
                        "ledger.accounts[0].clock is null in every value (field clock of com.acme.Ledger$Account): a"
                                + " java.time.Clock cannot be made of numbers and text: let the constructor of the class"
                                + " make it; or give values of your own by --values");
    }

    /** Catches an object whose class does not fit the type argument, and a note that does not name the argument. */
    @Test
    void genericInterfacesAreFilledByClassesThatFit() throws Exception {
        Probe probe = new Probe(Wish.USUAL.of(List.of("com.acme.Shelf")));

        assertThat(probe.originals().met(probe.payload()))
                .contains("com.acme.Shelf$Pocket", "com.acme.Shelf$KiloScale", "com.acme.Shelf$Kilo")
                .doesNotContain("com.acme.Shelf$TextSource");
        assertThat(probe.unfilled())
                .containsExactly(
                        "shelf.source is null in every value (field source of com.acme.Shelf): no class of the jars"
                                + " extends or implements com.acme.Shelf$Source<java.lang.Integer>: add the jar with such a"
                                + " class by --user-jar; or give values of your own by --values");
    }

    /** Catches a field that is called impossible although only the depth keeps it empty. */
    @Test
    void fieldsThatAreTooDeepNameTheOption() throws Exception {
        Probe probe = new Probe(new Wish(List.of("com.acme.Order"), "", 1, 1, 0, 1, Map.of(), Map.of()));

        assertThat(probe.unfilled())
                .anySatisfy(sentence -> assertThat(sentence)
                        .matches(
                                "in every value, .*order\\.customer\\.name.* hold nothing, because they are deeper than"
                                        + " --depth 1 allows: a larger --depth fills them"))
                .noneMatch(sentence -> sentence.contains("cannot be made of numbers and text"));
    }

    /** Catches a recorded shape that differs from the one that the values showed, such as in the order of its classes. */
    @ParameterizedTest
    @ValueSource(strings = {"com.acme.Order", "com.acme.Box<com.acme.Order[]>"})
    void theShapeThatValuesShowIsRecorded(String type) throws Exception {
        Probe first = new Probe(Wish.USUAL.of(List.of(type)));
        ValueProbe.Originals made = first.originals();
        Path jar = YourJar.knowing(first.jar, made.samples(), Map.of(), folder.resolve("known"));

        assertThat(made.samples().values()).flatExtracting(Sample::classes).contains("com.acme.Order", "[I");
        assertThat(probe(Stock.with(List.of(acme, jar))).originals(made.ids())).isEqualTo(made);
    }

    /** Catches values that change on their way to other processes, and values that each process makes by itself. */
    @Test
    void valuesThatJavaKeepsWholeAreMadeOnce() throws Exception {
        Probe first = new Probe(PARCEL);
        ValueProbe.Originals made = first.originals();
        ValueProbe.Originals once = first.kept();
        assertThat(once).isEqualTo(made);

        Kept values = Objects.requireNonNull(once.kept().get("your-parcel"));
        Path jar = YourJar.knowing(first.jar, once.samples(), Map.of("your-parcel", values), folder.resolve("kept"));
        assertThat(probe(Stock.with(List.of(acme, jar))).originals(made.ids())).isEqualTo(made);

        ClassLoader loader = Stock.loader(List.of(acme, jar));
        YourPayload read = new YourPayload("your-parcel", "com.acme.Parcel", PARCEL, loader);
        int number = values.values().size();
        assertThat(number).isBetween(16, 1024);
        for (int seed : List.of(0, 3, number - 1)) {
            Object value = read.create(seed);
            assertThat(parcels().difference(parcels().create(seed), value)).isEmpty();
            assertThat(read.difference(value, read.create(seed + number)))
                    .as("after the last value comes the first")
                    .isEmpty();
            assertThat(read.create(seed)).isNotSameAs(value);
        }
        assertThat(Class.forName("com.acme.Parcel", true, loader)
                        .getField("constructed")
                        .getInt(null))
                .as("the constructor runs if a value is made")
                .isZero();
        assertThat(once.makings().get("your-parcel"))
                .satisfies(making -> assertThat(making.seconds()).isPositive())
                .extracting(Making::ring)
                .isEqualTo(Ring.length(new Maker<>(parcels(), "your-parcel")));
    }

    /** Catches values that lose a transient field or turn into another value, and a class that Java's serialization refuses. */
    @ParameterizedTest
    @ValueSource(strings = {"com.acme.Token", "com.acme.Person", "com.acme.Parcel.Logged"})
    void valuesThatJavaChangesAreMadeByEachProcess(String type) throws Exception {
        assertThat(new Probe(Wish.USUAL.of(List.of(type))).kept().kept()).isEmpty();
    }

    /** Catches an arm whose version of the class cannot read the values, and that fails or has other values. */
    @Test
    void valuesThatCannotBeReadAreMade() throws Exception {
        Path first = YourJar.write(PARCEL, Path.of(""), List.of(acme), Stock.loader(List.of(acme)), folder);
        Kept damaged = new Kept(List.of(new byte[] {1}, new byte[] {2}, new byte[] {3}));
        Path jar = YourJar.knowing(first, Map.of(), Map.of("your-parcel", damaged), folder.resolve("damaged"));
        YourPayload read = new YourPayload("your-parcel", "com.acme.Parcel", PARCEL, Stock.loader(List.of(acme, jar)));

        assertThat(parcels().difference(parcels().create(1), read.create(4))).isEmpty();
        assertThat(parcels().difference(parcels().create(2), read.create(4))).isNotEmpty();
    }

    /** Returns a payload that makes all its values. */
    private static YourPayload parcels() {
        return new YourPayload("your-parcel", "com.acme.Parcel", PARCEL, Stock.loader(List.of(acme)));
    }

    @Test
    void recordedClassesReplaceTheSearchForThem() {
        Sample known = new Sample(List.of("[I", "com.acme.Order"), 77);
        Wish wish = Wish.USUAL.of(List.of("com.acme.Order")).knowing(Map.of("your-order", known));
        YourPayload payload = new YourPayload("your-order", "com.acme.Order", wish, Stock.loader(List.of(acme)));

        assertThat(payload.shape().classes()).extracting(Class::getName).containsExactly("[I", "com.acme.Order");
        assertThat(payload.valueBytes()).hasValue(77);
    }

    /** Catches a ring that is short because making a value allocates more than the value holds. */
    @Test
    void ringIsAsLongAsTheHeldBytesAllow() {
        Wish wish = Wish.USUAL.of(List.of("com.acme.Order"));
        YourPayload payload = new YourPayload("your-order", "com.acme.Order", wish, Stock.loader(List.of(acme)));

        assertThat(payload.valueBytes().orElseThrow()).isBetween(300L, 4_000L);
        assertThat(Ring.length(new Maker<>(payload, "your-order"))).isEqualTo(1024);
    }

    @Test
    void theFieldThatDoesNotTravelIsNamedByItsPath() throws Exception {
        Probe ledger = new Probe(Wish.USUAL.of(List.of("com.acme.Ledger")));
        assertThat(ledger.checks("java")).singleElement().satisfies(check -> {
            assertThat(check.outcome()).isEqualTo(ValueOutcome.REFUSED_ON_ENCODE);
            assertThat(check.detail())
                    .startsWith("ledger.accounts[0].monitor: ")
                    .contains("NotSerializableException: java.lang.Object");
        });

        Probe token = new Probe(Wish.USUAL.of(List.of("com.acme.Token")));
        assertThat(token.checks("java")).singleElement().satisfies(check -> {
            assertThat(check.outcome()).isEqualTo(ValueOutcome.LOSSY);
            assertThat(check.detail()).startsWith("token.secret was '");
        });
    }

    @Test
    void aClassWithoutEqualsArrivesExact() throws Exception {
        Probe probe = new Probe(Wish.USUAL.of(List.of("com.acme.Person", "com.acme.Order", "com.acme.Box<String>")));
        assertThat(probe.checks("kryo-graph", "kryo-registered"))
                .extracting(check -> check.value() + " " + check.outcome().label())
                .containsOnly("your-person exact", "your-order exact", "your-box-string exact");
    }

    @Test
    void nullsAndSizesAreAsAsked() throws Exception {
        Wish wish = new Wish(List.of("com.acme.Order"), "", 3, 3, 0.5, 8, Map.of(), Map.of());
        ValueProbe.Originals made = new Probe(wish).originals();

        assertThat(made.toString()).contains("type=null", "label=[2]").doesNotContain("label=[3]");
        assertThat(new Probe(Wish.USUAL.of(List.of("com.acme.Order")))
                        .originals()
                        .toString())
                .doesNotContain("type=null");
    }

    @Test
    void valuesAreReadFromJson() throws Exception {
        Path json = Files.writeString(folder.resolve("orders.jsonl"), """
                {"id": "a", "lines": [{"article": "x", "pieces": 1, "price": 2.50}], "status": "OPEN", "placed": null}
                {"id": "b", "lines": [], "points": {"k": 7}, "status": "PAID"}
                """);
        Probe probe = new Probe(Wish.USUAL.of(List.of("com.acme.Order")).from("orders.jsonl"), json);

        assertThat(probe.originals().toString()).contains("text=x", "text=2.5", ".k", "text=PAID");
        assertThat(probe.originals()).isEqualTo(probe.originals());
        assertThat(probe.checks("kryo-graph")).extracting(ValueCheck::outcome).containsOnly(ValueOutcome.EXACT);
    }

    @Test
    void valuesAreReadFromASerializedFile() throws Exception {
        Path written = folder.resolve("values.ser");
        try (var out = new java.io.ObjectOutputStream(Files.newOutputStream(written))) {
            out.writeObject(new ArrayList<>(List.of("one", "two")));
        }
        Probe probe = new Probe(Wish.USUAL.of(List.of("String")).from("values.ser"), written);

        assertThat(probe.originals().toString()).contains("text=one", "text=two");
    }

    /** Catches a last value that is lost without an error, and a regular end that is reported as damage. */
    @Test
    void aFileThatIsCutShortIsRefusedWithTheNumberOfItsValues() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject("one");
            out.writeObject("two");
            out.reset();
        }
        Path whole = Files.write(folder.resolve("whole.ser"), bytes.toByteArray());
        assertThat(new Probe(Wish.USUAL.of(List.of("String")).from("whole.ser"), whole)
                        .originals()
                        .toString())
                .contains("text=one", "text=two");

        Path cut = Files.write(folder.resolve("cut.ser"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 2));
        Probe probe = new Probe(Wish.USUAL.of(List.of("String")).from("cut.ser"), cut);
        assertThatThrownBy(probe::originals)
                .hasMessageContaining(
                        "UnmadeException: String cannot be read from cut.ser: it ends within value 2, after 1"
                                + " whole value: write the file again");
    }

    /** Catches a damaged file, or a file with values of another class, that is reported as a fault of the suite. */
    @Test
    void aFileWithoutValuesOfTheClassIsRefusedWithTheReason() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "[{\"id\": ");
        Probe json = new Probe(Wish.USUAL.of(List.of("com.acme.Order")).from("broken.json"), broken);
        assertThatThrownBy(json::originals)
                .hasMessageContaining(
                        "UnmadeException: com.acme.Order cannot be read from broken.json: it is not JSON");

        Path numbers = folder.resolve("numbers.ser");
        try (var out = new java.io.ObjectOutputStream(Files.newOutputStream(numbers))) {
            out.writeObject(new ArrayList<>(List.of(1, 2)));
        }
        Probe other = new Probe(Wish.USUAL.of(List.of("String")).from("numbers.ser"), numbers);
        assertThatThrownBy(other::originals)
                .hasMessageContaining("it holds a java.lang.Integer instead of a java.lang.String");
    }

    private ValueProbe probe(Stock stock) {
        return new ValueProbe(new WorkerSettings(
                stock.classPath(), QuickStart.with("-Xmx256m", "-Xss4m"), folder, Duration.ofSeconds(60)));
    }

    /** One type or more, in workers. */
    private final class Probe {
        private final Wish wish;
        private final Path jar;
        private final Stock stock;
        private final ValueProbe probe;

        Probe(Wish wish) throws Exception {
            this(wish, Path.of(""));
        }

        Probe(Wish wish, Path values) throws Exception {
            this.wish = wish;
            jar = YourJar.write(wish, values, List.of(acme), Stock.loader(List.of(acme)), folder);
            stock = Stock.with(List.of(acme, jar));
            probe = probe(stock);
        }

        List<String> unfilled() throws IOException {
            ValueProbe.Originals made = originals();
            return WhyUnfilled.told(made.unfilled(payload()), made.met(payload()), Stock.loader(stock.userJars()));
        }

        String payload() {
            return wish.ids().keySet().iterator().next();
        }

        ValueProbe.Originals originals() throws IOException {
            return probe.originals(ids());
        }

        /** Returns the same descriptions, with the values that other processes may read. */
        ValueProbe.Originals kept() throws IOException {
            return probe.originals(ids(), wish.ids().keySet());
        }

        private List<String> ids() {
            return wish.ids().keySet().stream()
                    .flatMap(payload -> PayloadValues.of(payload).stream())
                    .toList();
        }

        List<ValueCheck> checks(String... codecs) throws IOException {
            List<ValueCheck> checks = new ArrayList<>();
            ValueProbe.Originals originals = originals();
            for (String codec : codecs) {
                probe.probe(codec, List.of(), originals, checks::add);
            }
            return PayloadValues.folded(checks);
        }
    }
}
