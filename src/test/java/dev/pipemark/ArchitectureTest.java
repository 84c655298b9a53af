package dev.pipemark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
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
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Catches a room that reaches into one it must not know; {@code docs/architecture.md} gives the reasons. */
@AnalyzeClasses(
        packages = "dev.pipemark",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutGenerated.class})
final class ArchitectureTest {
    /** JMH's generated code and the protocol buffer classes follow rules of their own. */
    static final class WithoutGenerated implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("jmh_generated") && !location.contains("codecs/protobuf/schema");
        }
    }

    @ArchTest
    static final ArchRule ROOMS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("api")
            .definedBy("dev.pipemark.api..")
            .layer("model")
            .definedBy("dev.pipemark.model..")
            .layer("codecs")
            .definedBy("dev.pipemark.codecs..")
            .layer("payloads")
            .definedBy("dev.pipemark.payloads..")
            .layer("catalog")
            .definedBy("dev.pipemark.catalog..")
            .layer("wire")
            .definedBy("dev.pipemark.wire..")
            .layer("worker")
            .definedBy("dev.pipemark.worker..")
            .layer("pool")
            .definedBy("dev.pipemark.pool..")
            .layer("stats")
            .definedBy("dev.pipemark.stats..")
            .layer("record")
            .definedBy("dev.pipemark.record..")
            .layer("machine")
            .definedBy("dev.pipemark.machine..")
            .layer("values")
            .definedBy("dev.pipemark.probe.values..")
            .layer("capability")
            .definedBy("dev.pipemark.capability..")
            .layer("remedies")
            .definedBy("dev.pipemark.remedies..")
            .layer("bench")
            .definedBy("dev.pipemark.bench..")
            .layer("run")
            .definedBy("dev.pipemark.run..")
            .layer("compare")
            .definedBy("dev.pipemark.compare..")
            .layer("proof")
            .definedBy("dev.pipemark.proof..")
            .layer("doc")
            .definedBy("dev.pipemark.report.doc..")
            .layer("report")
            .definedBy(
                    "dev.pipemark.report",
                    "dev.pipemark.report.rank..",
                    "dev.pipemark.report.chart..",
                    "dev.pipemark.report.sections..")
            .layer("cli")
            .definedBy("dev.pipemark.cli..")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("codecs", "payloads", "bench")
            .whereLayer("codecs")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("payloads")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("worker", "pool", "capability", "remedies", "bench")
            .whereLayer("worker")
            .mayOnlyBeAccessedByLayers("pool", "capability", "remedies", "bench", "run", "cli")
            .whereLayer("pool")
            .mayOnlyBeAccessedByLayers("bench")
            .whereLayer("stats")
            .mayOnlyBeAccessedByLayers("record", "machine", "proof", "bench", "run", "compare", "doc", "report", "cli")
            .whereLayer("record")
            .mayOnlyBeAccessedByLayers("capability", "bench", "run", "compare", "proof", "doc", "report", "cli")
            .whereLayer("machine")
            .mayOnlyBeAccessedByLayers("bench", "run", "compare", "capability", "cli")
            .whereLayer("values")
            .mayOnlyBeAccessedByLayers("capability", "cli")
            .whereLayer("capability")
            .mayOnlyBeAccessedByLayers("run", "report", "cli")
            .whereLayer("remedies")
            .mayOnlyBeAccessedByLayers("bench", "cli")
            .whereLayer("bench")
            .mayOnlyBeAccessedByLayers("run", "cli")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("compare")
            .mayOnlyBeAccessedByLayers("report", "cli")
            .whereLayer("proof")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("doc")
            .mayOnlyBeAccessedByLayers("capability", "compare", "report", "cli")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule API_AND_MODEL_ARE_PLAIN_JAVA = classes()
            .that()
            .resideInAnyPackage("dev.pipemark.api..", "dev.pipemark.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.pipemark.api..", "dev.pipemark.model..");

    @ArchTest
    static final ArchRule API_KNOWS_NO_MODEL = noClasses()
            .that()
            .resideInAPackage("dev.pipemark.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pipemark.model..");

    /** A value that knew a codec could be made to suit it. */
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
                        "dev.pipemark.report..")
                .should()
                .dependOnClassesThat(areOf(libraries(classes)))
                .check(classes);
    }

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

    /** The jars that codecs use: whatever library a new codec brings is among them. */
    private static Set<String> libraries(JavaClasses classes) {
        Set<String> jars = classes.stream()
                .filter(resideInAPackage("dev.pipemark.codecs.."))
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

    /** The jar a class comes from; empty for Java's own classes and for ours. */
    private static Optional<String> jar(JavaClass type) {
        return type.getBaseComponentType()
                .getSource()
                .map(source -> source.getUri().toString())
                .filter(uri -> uri.startsWith("jar:"))
                .map(uri -> uri.substring(0, uri.indexOf('!')));
    }

    /** The hooks of classes that write themselves name them, and JMH's link to its other process is one. */
    @ArchTest
    static final ArchRule ONLY_CODECS_TOUCH_OBJECT_STREAMS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.pipemark.codecs..",
                    "dev.pipemark.bench.control..",
                    "dev.pipemark.remedies..",
                    "dev.pipemark.probe.values..")
            .and()
            .doNotHaveFullyQualifiedName("dev.pipemark.bench.JmhLink")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ObjectOutputStream.class, ObjectInputStream.class);

    @ArchTest
    static final ArchRule STATS_KNOW_NO_CELL = noClasses()
            .that()
            .resideInAPackage("dev.pipemark.stats..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "belong to another room",
                    (JavaClass type) -> type.getPackageName().startsWith("dev.pipemark.")
                            && !type.getPackageName().startsWith("dev.pipemark.stats")));

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

    /** The streams are among the values that are probed. */
    @ArchTest
    static final ArchRule ONLY_CLI_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackages("dev.pipemark.cli..", "dev.pipemark.worker..", "dev.pipemark.probe.values..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** The worker moves the streams away from the frames, and prints to nobody. */
    @ArchTest
    static final ArchRule THE_WORKER_PRINTS_TO_STDERR_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.pipemark.worker..")
            .should()
            .accessField(System.class, "out");

    /** The codec is a parameter: a benchmark class per codec would be the beginning of ten. */
    @ArchTest
    static final ArchRule BENCHMARKS_NAME_NO_CODEC = noClasses()
            .that()
            .resideInAPackage("dev.pipemark.bench")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.pipemark.codecs..", "dev.pipemark.payloads..");
}
