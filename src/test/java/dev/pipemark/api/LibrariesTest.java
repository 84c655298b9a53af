package dev.pipemark.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.catalog.Catalog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Catches a build that writes other libraries than it packages, or a codec that brings jars nobody counts. */
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
                    .isEqualTo(codec.library().equals(Libraries.JDK));
            assertThat(jars.orElseThrow().values()).as(codec.id()).allMatch(bytes -> bytes > 0);
        }
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
