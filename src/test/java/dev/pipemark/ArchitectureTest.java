package dev.pipemark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Catches a room that uses a room that it must not use. {@code docs/architecture.md} gives the reasons. */
@AnalyzeClasses(
        packages = "dev.pipemark",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutGenerated.class})
final class ArchitectureTest {
    private static final Pattern SCHEMA = Pattern.compile(".*/codecs/[a-z0-9]+/schema/.*");
    /** The adapters that Avaje Jsonb generates are in the package of the classes that they read and write. */
    private static final Pattern ADAPTER = Pattern.compile(".*/model/(jsonb/\\w+|[\\w$]+JsonAdapter)\\.class");

    private static final String COMPRESSORS = "dev.pipemark.codecs.compressed..";
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([a-z0-9.]+);");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([a-z0-9_.]+)\\.[A-Z][\\w.]*;");

    /** Excludes generated code, which follows rules of its own: that of JMH, of schemas and of an annotation processor. */
    static final class WithoutGenerated implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("jmh_generated") && !location.matches(SCHEMA) && !location.matches(ADAPTER);
        }
    }

    /**
     * The table is the rule, so code and page always have the same arrows. Imports count as well: the compiler copies
     * constants, and a class named only in a comment is in no class file.
     */
    @ArchTest
    static void roomsUseOnlyRoomsInTable(JavaClasses classes) throws IOException {
        Rooms rooms = Rooms.ofTheTable();
        Map<String, String> examples = new TreeMap<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                rooms.arrow(type.getPackageName(), used.getPackageName())
                        .ifPresent(arrow -> examples.putIfAbsent(arrow, dependency.getDescription()));
            }
        }
        for (Path file : sources()) {
            String text = Files.readString(file);
            String from =
                    PACKAGE.matcher(text).results().findFirst().orElseThrow().group(1);
            IMPORT.matcher(text)
                    .results()
                    .forEach(line -> rooms.arrow(from, line.group(1))
                            .ifPresent(arrow -> examples.putIfAbsent(arrow, file + ": " + line.group())));
        }
        assertThat(examples.keySet())
                .as("arrows between rooms, as in docs/architecture.md; examples of arrows that are not in it: "
                        + examples.entrySet().stream()
                                .filter(example -> !rooms.arrows().contains(example.getKey()))
                                .map(example -> "\n" + example.getValue())
                                .toList())
                .containsExactlyInAnyOrderElementsOf(rooms.arrows());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Catches a class that escapes all rules because its name is that of a generated class. */
    @ArchTest
    static void noSourceHasNameOfGeneratedAdapter(JavaClasses classes) throws IOException {
        assertThat(sources())
                .noneMatch(file -> ADAPTER.matcher(file.toString().replaceFirst("java$", "class"))
                        .matches());
    }

    @ArchTest
    static final ArchRule API_AND_MODEL_ARE_PLAIN_JAVA = classes()
            .that()
            .resideInAnyPackage("dev.pipemark.api..", "dev.pipemark.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.pipemark.api..", "dev.pipemark.model..");
    /** Values that use a codec could be adapted to it. */
    @ArchTest
    static final ArchRule VALUES_KNOW_NO_CODEC_AND_NO_PROCESS = classes()
            .that()
            .resideInAPackage("dev.pipemark.probe.values..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "javax.security..",
                    "org.jspecify..",
                    "dev.pipemark.api..",
                    "dev.pipemark.probe.values..");

    @ArchTest
    static final ArchRule ONLY_BENCH_AND_RUN_KNOW_JMH = noClasses()
            .that()
            .resideOutsideOfPackages("dev.pipemark.bench..", "dev.pipemark.run..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.openjdk.jmh..");

    @ArchTest
    static final ArchRule ONLY_WORKER_MACHINE_AND_REMEDIES_START_PROCESSES = noClasses()
            .that()
            .resideOutsideOfPackages("dev.pipemark.worker..", "dev.pipemark.machine..", "dev.pipemark.remedies..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class);

    @ArchTest
    static void onlyCodecsTouchSerializers(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.pipemark.codecs..",
                        "dev.pipemark.bench.control..",
                        "dev.pipemark.remedies..",
                        "dev.pipemark.record..",
                        "dev.pipemark.compare..",
                        "dev.pipemark.report..",
                        "dev.pipemark.yours.read..")
                .should()
                .dependOnClassesThat(areOf(libraries(classes)))
                .check(classes);
    }

    /** The worker compresses messages to see how small they can be. */
    @ArchTest
    static final ArchRule ONLY_COMPRESSED_CODECS_AND_WORKER_TOUCH_COMPRESSORS = noClasses()
            .that()
            .resideOutsideOfPackages(COMPRESSORS, "dev.pipemark.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.luben.zstd..", "net.jpountz..", "org.xerial.snappy..");

    @ArchTest
    static void ourFilesAreWrittenWithJackson3Alone(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage("dev.pipemark.record..", "dev.pipemark.compare..", "dev.pipemark.report..")
                .should()
                .dependOnClassesThat(areOf(libraries(classes))
                        .and(not(resideInAPackage("tools.jackson..")))
                        .and(not(resideInAPackage("com.fasterxml.jackson.annotation.."))))
                .check(classes);
    }

    /** Returns the jars of serializers: those that codecs use, including the libraries of new codecs. */
    private static Set<String> libraries(JavaClasses classes) {
        Set<String> jars = classes.stream()
                .filter(resideInAPackage("dev.pipemark.codecs.."))
                .filter(not(resideInAPackage(COMPRESSORS)))
                .flatMap(codec -> codec.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(not(resideInAPackage("org.jspecify..")))
                .flatMap(type -> jar(type).stream())
                .collect(Collectors.toSet());
        assertThat(jars).as("jars of serializers").hasSizeGreaterThan(5);
        return jars;
    }

    private static DescribedPredicate<JavaClass> areOf(Set<String> jars) {
        return DescribedPredicate.describe(
                "are of a library that codecs use",
                type -> !type.getPackageName().startsWith("org.jspecify")
                        && jar(type).map(jars::contains).orElse(false));
    }

    /** Returns the jar of a class. Empty for Java's own classes and for the suite's. */
    private static Optional<String> jar(JavaClass type) {
        return type.getBaseComponentType()
                .getSource()
                .map(source -> source.getUri().toString())
                .filter(uri -> uri.startsWith("jar:"))
                .map(uri -> uri.substring(0, uri.indexOf('!')));
    }

    /**
     * Three other uses of object streams are allowed: classes that write themselves, JMH's link to its fork, and files with
     * a user's values.
     */
    @ArchTest
    static final ArchRule ONLY_CODECS_TOUCH_OBJECT_STREAMS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.pipemark.codecs..",
                    "dev.pipemark.bench.control..",
                    "dev.pipemark.remedies..",
                    "dev.pipemark.probe.values..",
                    "dev.pipemark.yours.read..")
            .and()
            .doNotHaveFullyQualifiedName("dev.pipemark.bench.JmhLink")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ObjectOutputStream.class, ObjectInputStream.class);

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.pipemark.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_MUTABLE_STATICS = fields().that()
            .areStatic()
            .and(DescribedPredicate.describe(
                    "are written by hand", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
            .should()
            .beFinal();

    /** The standard streams are among the probed values. */
    @ArchTest
    static final ArchRule ONLY_CLI_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackages("dev.pipemark.cli..", "dev.pipemark.worker..", "dev.pipemark.probe.values..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** The worker redirects the standard streams away from the frames, and prints errors only. */
    @ArchTest
    static final ArchRule THE_WORKER_PRINTS_TO_STDERR_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.pipemark.worker..")
            .should()
            .accessField(System.class, "out");
}
