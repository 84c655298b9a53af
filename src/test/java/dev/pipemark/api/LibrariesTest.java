package dev.pipemark.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.catalog.Catalog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Catches a build that lists other libraries than it packages, and a jar of a codec that is not counted. */
class LibrariesTest {
    @Test
    void aLibraryBringsItsOwnJarAndThoseItNeeds() throws Exception {
        Map<String, Long> jars =
                Libraries.jars(List.of("com.esotericsoftware:kryo")).orElseThrow();
        assertThat(jars.keySet())
                .extracting(name -> name.replaceFirst("-\\d.*", ""))
                .containsExactly("kryo", "minlog", "objenesis", "reflectasm");
        assertThat(jars).containsKey("kryo-" + Libraries.version("com.esotericsoftware:kryo") + ".jar");
        for (Map.Entry<String, Long> jar : jars.entrySet()) {
            assertThat(onClassPath(jar.getKey())).hasSize(jar.getValue());
        }
    }

    /** Catches a version that is read from the line of another artifact. */
    @Test
    void theVersionOfALibraryIsThatInTheTree() {
        Map<String, String> all = Libraries.all();
        assertThat(all).hasSizeGreaterThan(50);
        all.forEach((library, version) ->
                assertThat(Libraries.version(library)).as(library).isEqualTo(version));
        assertThat(Libraries.version("com.esotericsoftware:kry")).isEqualTo("unknown");
    }

    /** Maven packages an artifact once, below the first library that needs it. */
    @Test
    void anArtifactThatSeveralLibrariesNeedCountsForEach() {
        for (String library :
                List.of("tools.jackson.core:jackson-databind", "com.fasterxml.jackson.core:jackson-databind")) {
            assertThat(Libraries.jars(List.of(library)).orElseThrow().keySet())
                    .as(library)
                    .hasSize(3)
                    .anyMatch(name -> name.startsWith("jackson-annotations-"));
        }
    }

    @Test
    void aJarThatTwoArtifactsNeedCountsOnce() {
        String databind = "tools.jackson.core:jackson-databind";
        String core = "tools.jackson.core:jackson-core";
        assertThat(Libraries.jars(List.of(databind, core))).isEqualTo(Libraries.jars(List.of(databind)));
    }

    @Test
    void javaBringsNoJar() {
        assertThat(Libraries.jars(List.of(Libraries.JDK))).contains(Map.of());
    }

    @Test
    void anArtifactOutsideOfTheSuiteIsUnknown() {
        assertThat(Libraries.jars(List.of(Libraries.JDK, "com.acme:acme"))).isEmpty();
    }

    @Test
    void theJarsOfEveryCodecAreKnown() {
        for (Codec codec : Catalog.load(LibrariesTest.class.getClassLoader()).codecs()) {
            Optional<Map<String, Long>> jars = Libraries.jars(codec.artifacts());
            assertThat(jars).as(codec.id()).isPresent();
            assertThat(jars.orElseThrow().isEmpty())
                    .as(codec.id())
                    .isEqualTo(codec.artifacts().stream().allMatch(Libraries.JDK::equals));
            assertThat(jars.orElseThrow().values()).as(codec.id()).allMatch(bytes -> bytes > 0);
        }
    }

    /** Catches a licence that only a parent POM states, and names of one licence that differ. */
    @Test
    void eachLibraryOfACodecHasALicence() {
        assertThat(Libraries.licences())
                .containsEntry("com.esotericsoftware:kryo", List.of("BSD-3-Clause"))
                .containsEntry("tools.jackson.core:jackson-databind", List.of("Apache-2.0"));
        for (Codec codec : Catalog.load(LibrariesTest.class.getClassLoader()).codecs()) {
            if (!codec.library().equals(Libraries.JDK)) {
                assertThat(Libraries.licences())
                        .as(codec.id())
                        .hasEntrySatisfying(
                                codec.library(),
                                licences -> assertThat(licences)
                                        .isNotEmpty()
                                        .allMatch(licence -> licence.matches("[A-Za-z]+-[\\w.-]+|MIT|CDDL.*")));
            }
        }
    }

    /** Catches a day from another jar, and the constant time of reproducible builds. */
    @Test
    void theDayOfAReleaseIsThatOfTheNewestEntry() throws Exception {
        assertThat(Libraries.released("com.google.protobuf:protobuf-java")).isEmpty();
        String kryo = "com.esotericsoftware:kryo";
        try (ZipFile jar = new ZipFile(onClassPath("kryo-" + Libraries.version(kryo) + ".jar"))) {
            LocalDate newest = jar.stream()
                    .map(entry -> entry.getTimeLocal().toLocalDate())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(Libraries.released(kryo)).contains(newest);
        }
        assertThat(Libraries.all().keySet())
                .allSatisfy(library -> assertThat(Libraries.released(library))
                        .matches(day -> day.isEmpty() || day.get().getYear() > 2010));
    }

    private static File onClassPath(String name) {
        List<File> found = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            Path path = Path.of(part);
            if (Files.isRegularFile(path) && path.endsWith(name)) {
                found.add(path.toFile());
            }
        }
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }
}
