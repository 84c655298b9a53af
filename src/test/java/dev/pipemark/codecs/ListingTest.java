package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Libraries;
import dev.pipemark.api.Shape;
import dev.pipemark.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a list, a help text or a plan that loads classes of the measured libraries: it would break with one of them. */
class ListingTest {
    private static final String CLASS = ".class";

    /** The names of all classes in the jars that the codecs bring. */
    private static final Set<String> MEASURED = new TreeSet<>();

    @TempDir
    Path folder;

    /** Opens the codecs that are named. */
    static final class Open {
        public static void main(String[] arguments) throws Exception {
            for (Codec codec : new BuiltInCodecs().codecs()) {
                if (List.of(arguments).contains(codec.id())) {
                    codec.open(Shape.of(String.class));
                }
            }
        }
    }

    @BeforeAll
    static void read() throws IOException {
        Set<String> jars = new BuiltInCodecs()
                .codecs().stream()
                        .flatMap(codec -> Libraries.jars(codec.artifacts()).orElseThrow().keySet().stream())
                        .collect(Collectors.toSet());
        for (String part : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            File file = new File(part);
            if (jars.contains(file.getName())) {
                try (ZipFile jar = new ZipFile(file)) {
                    jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.endsWith(CLASS))
                            .map(name -> name.substring(0, name.length() - CLASS.length()))
                            .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", "")
                                    .replace('/', '.'))
                            .forEach(MEASURED::add);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codecs",
                "codecs --long",
                "--help",
                "--preset full --dry-run",
            })
    void noClassOfALibraryIsLoaded(String line) throws Exception {
        assertThat(measured(Main.class, line.split(" "))).isEmpty();
    }

    /** Catches a log that names no class, and a list of classes that is not that of the libraries. */
    @Test
    void openingACodecLoadsItsLibrary() throws Exception {
        assertThat(measured(Open.class, "kryo", "jackson-json"))
                .contains("com.esotericsoftware.kryo.Kryo", "tools.jackson.databind.ObjectMapper");
    }

    /** Returns the classes of the measured libraries that a new JVM loads. */
    private List<String> measured(Class<?> main, String... arguments) throws Exception {
        Path log = folder.resolve("classes.log");
        ChildJvm.Ended ended = ChildJvm.run(
                folder,
                System.getProperty("java.class.path"),
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:class+load=info:file=" + log + ":none"),
                main,
                arguments);
        assertThat(ended.exitCode())
                .as(Arrays.toString(arguments) + ended.errors())
                .isZero();
        List<String> loaded = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            loaded.add(line.split(" ", 2)[0]);
        }
        assertThat(loaded).contains(main.getName());
        return loaded.stream().filter(MEASURED::contains).toList();
    }
}
