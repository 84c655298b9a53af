package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.record.Arm;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.worker.WorkerSettings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Mode;

/** Catches arms that differ from the options, and mistakes that are found only after the run has begun. */
class ArmsTest {
    private static final byte[] NO_CLASS = {0, 0, 0, 0};
    private static final String KRYO = "com/esotericsoftware/kryo/Kryo.class";
    private static final String JMH = "org/openjdk/jmh/annotations/Benchmark.class";

    @TempDir
    Path folder;

    private final Stock stock = Stock.with(List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "lib=a.jar | --arm lib=a.jar: write NAME:lib=JAR, NAME:jvm=LAUNCHER, NAME:flags=FLAGS or NAME:worker=EXECUTABLE",
                "old:jar=a.jar | --arm old:jar=a.jar: write NAME:lib=JAR",
                "a@b:lib=a.jar | --arm a@b:lib=a.jar: write NAME:lib=JAR",
                "old:lib= | --arm old:lib=: write NAME:lib=JAR",
                "old:lib=none.jar | --arm old:lib=none.jar: this file does not exist or cannot be read",
                "z:flags=UseZGC | --arm z:flags=UseZGC: 'UseZGC' is not a flag of Java",
                "j:jvm=/no/such/java | --arm j:jvm=/no/such/java: there is no executable file of that name",
                "j:jvm=/ | --arm j:jvm=/: this is a folder: name the file bin/java in it",
                "p:worker=/no/such/worker | --arm p:worker=/no/such/worker: there is no such file",
                "p:worker=/ | --arm p:worker=/: this is a folder: name the executable in it",
                "p:worker=pom.xml | --arm p:worker=pom.xml: this file cannot be run: chmod +x makes it executable",
            })
    void aMistakeIsOneSentence(String typed, String message) {
        refused(message, typed);
    }

    @Test
    void anArmHasOneJava() {
        refused("--arm j: this arm has two Javas, /a/java and /b/java", "j:jvm=/a/java", "j:jvm=/b/java");
    }

    @Test
    void anArmHasOneWorkerAndNothingElse() {
        refused("--arm p: this arm has two workers, /a and /b", "p:worker=/a", "p:worker=/b");
        refused(
                "--arm p:worker=/bin/sh: an arm with a worker cannot also have jars, a Java or flags",
                "p:worker=/bin/sh",
                "p:flags=-Da=b");
    }

    /** Catches a worker that forks in another folder do not find, and forks that start the suite's own worker. */
    @Test
    void theForksOfAnArmStartItsWorker() {
        Arm arm = arms("p:worker=/bin/../bin/sh").get(0);
        assertThat(arm.worker()).isEqualTo("/bin/sh");
        assertThat(arm.words()).isEqualTo("worker sh");
        assertThat(arm.otherJava()).isFalse();
        ForkSettings base = new ForkSettings(Samples.options(), Timing.SHORT, "none", 1, folder);
        ForkSettings loaded = base.loading(stock, List.of(arm));
        assertThat(loaded.forCodec("msgpack@p").worker()).isEqualTo("/bin/sh");
        assertThat(loaded.forCodec("msgpack@p").flags()).isEqualTo(loaded.flags());
        assertThat(loaded.forCodec("msgpack").worker()).isNull();
    }

    /** Catches a flag that only the forks would refuse, one after the other. */
    @Test
    void flagsThatJavaDoesNotKnowAreFoundBeforehand() {
        refused(
                "--arm z:flags=-XX:+UseNoSuchThing: Java does not start with the flags of this arm",
                "z:flags=-XX:+UseNoSuchThing");
        assertThatThrownBy(() -> arms("z:flags=-XX:+UseNoSuchThing")).hasMessageContaining("UseNoSuchThing'");
    }

    @Test
    void aJarThatReplacesNothingIsRefused() throws IOException {
        Path jar = jar("strange.jar", Map.of("org/nowhere/A.class", NO_CLASS));
        refused("--arm s:lib=" + jar + ": this arm changes nothing: the jar contains no class", "s:lib=" + jar);
    }

    @Test
    void theSuitesOwnClassesAreRefused() throws IOException {
        Path jar = jar("suite.jar", Map.of(JMH, NO_CLASS));
        refused("--arm s:lib=" + jar + ": it contains " + JMH + ", a class of the suite or of JMH", "s:lib=" + jar);
    }

    /** Catches settings of one arm that make several arms, and a version that comes from the suite's list. */
    @Test
    void anArmMayHaveSeveralSettings() throws IOException {
        Path jar = jar(
                "kryo-0.jar",
                Map.of(
                        KRYO,
                        NO_CLASS,
                        "META-INF/maven/com.esotericsoftware/kryo/pom.properties",
                        "version=0.0.1".getBytes(StandardCharsets.UTF_8)));
        String java = WorkerSettings.ownLauncher();
        List<Arm> arms = arms("old:lib=" + jar, "other:flags=-Da=b -Xmx300m", "old:jvm=" + java, "old:jvm=" + java);
        assertThat(arms).extracting(Arm::name).containsExactly("old", "other");
        Arm old = arms.get(0);
        assertThat(old.jars()).containsExactly(jar.toAbsolutePath().toString());
        assertThat(old.libraries())
                .containsEntry("com.esotericsoftware:kryo", "0.0.1")
                .containsEntry("jdk", System.getProperty("java.version"));
        assertThat(old.java()).contains(System.getProperty("java.runtime.version"));
        assertThat(old.words()).startsWith("com.esotericsoftware:kryo 0.0.1 from kryo-0.jar; ");
        assertThat(arms.get(1).flags()).containsExactly("-Da=b", "-Xmx300m");
    }

    /** Catches a jar that changes codecs of other libraries, and a jar without a version that is reported with the suite's. */
    @Test
    void aJarChangesTheCodecsOfItsLibrary() throws IOException {
        Arm arm = arms("mine:lib=" + jar("mine.jar", Map.of(KRYO, NO_CLASS))).get(0);
        assertThat(arm.libraries()).containsExactly(Map.entry("com.esotericsoftware:kryo", "unknown, as in mine.jar"));
        assertThat(stock.offer().codecs())
                .filteredOn(codec -> Arms.affects(arm, codec, stock.offer()))
                .allMatch(codec -> codec.library().equals("com.esotericsoftware:kryo"))
                .hasSizeGreaterThan(1);
        Arm flags = arms("f:flags=-Da=b").get(0);
        assertThat(stock.offer().codecs()).allMatch(codec -> Arms.affects(flags, codec, stock.offer()));
    }

    /** Catches codecs that need a library of the arm, but are not in the arm because reports name another artifact for them. */
    @Test
    void aJarChangesTheCodecsThatNeedItsLibrary() throws IOException {
        Path jar = jar(
                "jackson-databind-3.0.0.jar",
                Map.of(
                        "tools/jackson/databind/ObjectMapper.class",
                        NO_CLASS,
                        "META-INF/maven/tools.jackson.core/jackson-databind/pom.properties",
                        "version=3.0.0".getBytes(StandardCharsets.UTF_8)));
        Arm arm = arms("mine:lib=" + jar).get(0);
        assertThat(stock.offer().codecs())
                .filteredOn(codec -> Arms.affects(arm, codec, stock.offer()))
                .extracting(CodecFacts::id)
                .contains("jackson-json", "jackson-cbor", "jackson-smile")
                .doesNotContain("jackson-msgpack", "msgpack-handwritten", "kryo", "java");
    }

    /** Catches forks of an arm without its jars in front, its Java, or its flags behind those of the run. */
    @Test
    void theForksOfAnArmHaveItsSettings() {
        Arm arm = new Arm("x", List.of("/x.jar"), "/x/java", List.of("-XX:+UseSerialGC"), Map.of(), "");
        ForkSettings base = new ForkSettings(
                Samples.options("-jvmArgsAppend", "-Drun=1", "-i", "7"), Timing.SHORT, "none", 1, folder);
        ForkSettings own = base.loading(stock, List.of(arm)).forCodec("kryo@x");
        assertThat(own.jvm()).isEqualTo("/x/java");
        assertThat(own.classPath()).startsWith("/x.jar" + File.pathSeparator).endsWith(stock.classPath());
        assertThat(own.flags())
                .containsSubsequence("-Drun=1", "-XX:+UseSerialGC")
                .doesNotContain("-XX:+UseG1GC");
        assertThat(own.workers().launcher()).isEqualTo("/x/java");
        assertThat(own.timing().in("encode", Mode.AverageTime, own.user()).iterations())
                .isEqualTo(7);
        ForkSettings plain = base.loading(stock, List.of(arm)).forCodec("kryo");
        assertThat(plain.jvm()).isEqualTo(base.jvm());
        assertThat(plain.flags()).contains("-XX:+UseG1GC").doesNotContain("-XX:+UseSerialGC");
    }

    private List<Arm> arms(String... typed) {
        return Arms.of(Arrays.asList(typed), stock, JmhArguments.parse(List.of()));
    }

    private void refused(String message, String... typed) {
        assertThatThrownBy(() -> arms(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return jar;
    }
}
