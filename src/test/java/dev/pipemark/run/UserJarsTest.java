package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Libraries;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Run;
import dev.pipemark.report.RunBuilder;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches jars that are left out without a message, and users' libraries that the suite's replace. */
class UserJarsTest {
    private static final String SERVICE = "META-INF/services/" + CodecProvider.class.getName();
    private static final String KRYO = "com/esotericsoftware/kryo/Kryo.class";

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNotAJarIsRefused() throws Exception {
        refused(Files.writeString(folder.resolve("a.jar"), "no jar at all"), "this is not a jar");
        refused(folder, "this is a folder, and not a jar");
        refused(folder.resolve("none.jar"), "this file does not exist or cannot be read");
    }

    @Test
    void aJarWithoutAProviderIsRefusedWithAdvice() throws Exception {
        refused(
                jar("a.jar", Map.of("a.txt", new byte[0])),
                "it lists neither codecs nor payloads: put a file " + SERVICE);
    }

    @Test
    void aMissingProviderIsRefused() throws Exception {
        refused(jar("a.jar", Map.of(SERVICE, "a.Missing".getBytes(StandardCharsets.UTF_8))), "a.Missing");
    }

    @Test
    void aJarForANewerJavaIsRefusedWithItsVersion() throws Exception {
        byte[] future = compiled("package a; public class Future {}", "a/Future");
        future[7] = (byte) (44 + Runtime.version().feature() + 1);
        refused(
                jar("a.jar", Map.of(SERVICE, "a.Future".getBytes(StandardCharsets.UTF_8), "a/Future.class", future)),
                "a/Future.class is compiled for Java " + (Runtime.version().feature() + 1) + ", and this is Java "
                        + Runtime.version().feature());
    }

    /** Catches the suite's library, or its version, in place of the user's. */
    @Test
    void aUsersLibraryComesFirstAndItsVersionIsShown() throws Exception {
        byte[] kryo =
                compiled("package com.esotericsoftware.kryo; public class Kryo {}", "com/esotericsoftware/kryo/Kryo");
        Path jar = jar(
                "kryo.jar",
                Map.of(
                        KRYO,
                        kryo,
                        "META-INF/maven/com.esotericsoftware/kryo/pom.properties",
                        "version=0.0.1".getBytes(StandardCharsets.UTF_8)));
        Stock stock = Stock.with(List.of(jar));

        assertThat(version(stock)).isEqualTo("0.0.1");
        assertThat(kryo(stock).jars()).as("the user's jar is not the suite's").isNull();
        assertThat(kryo(Stock.with(List.of())).jars()).isNotEmpty();
        assertThat(stock.jars().libraries()).containsEntry("com.esotericsoftware:kryo", "0.0.1");
        assertThat(stock.notes(Set.of()))
                .containsExactly("every codec runs with the classes of kryo.jar where the suite has"
                        + " others of the same names: in com.esotericsoftware.kryo");
        List<URL> urls = new ArrayList<>();
        for (String part : stock.classPath().split(File.pathSeparator)) {
            urls.add(Path.of(part).toUri().toURL());
        }
        try (URLClassLoader forks = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            assertThat(forks.getResource(KRYO).toString()).contains("kryo.jar!");
        }
    }

    /**
     * Catches the version of a relocated library that is shown for the suite's, since the jar replaces another library.
     */
    @Test
    void aPomCountsOnlyIfItsClassesAreThere() throws Exception {
        byte[] other = compiled("package org.objenesis; public class Objenesis {}", "org/objenesis/Objenesis");
        Stock stock = Stock.with(List.of(jar(
                "shaded.jar",
                Map.of(
                        "org/objenesis/Objenesis.class",
                        other,
                        "META-INF/maven/com.esotericsoftware/kryo/pom.properties",
                        "version=4.0.0".getBytes(StandardCharsets.UTF_8)))));
        assertThat(stock.notes(Set.of())).singleElement().asString().contains("org.objenesis");
        assertThat(version(stock)).isEqualTo(Libraries.version("com.esotericsoftware:kryo"));
    }

    /** Catches a jar that is left out without a message beside another one, and an empty list of services. */
    @Test
    void aJarThatListsNothingIsNamed() throws Exception {
        Path good = jar("good.jar", Map.of(SERVICE, "dev.pipemark.worker.Villains".getBytes(StandardCharsets.UTF_8)));
        Path empty = jar("empty.jar", Map.of(SERVICE, "# none yet\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(Stock.with(List.of(good, empty)).notes(Set.of()))
                .containsExactly(
                        "empty.jar lists neither codecs nor payloads: its classes are only for the other jars");
        refused(empty, "empty.jar: it lists neither codecs nor payloads");
    }

    /** Catches a version that is shown although it is not known. */
    @Test
    void aLibraryWithoutAVersionHasNotTheSuitesVersion() throws Exception {
        byte[] kryo =
                compiled("package com.esotericsoftware.kryo; public class Kryo {}", "com/esotericsoftware/kryo/Kryo");
        assertThat(version(Stock.with(List.of(jar("mine.jar", Map.of(KRYO, kryo))))))
                .isEqualTo("unknown, as in mine.jar");
    }

    /** Catches the version of a library under other class names that is shown for the suite's. */
    @Test
    void aLibraryUnderOtherNamesReplacesNothing() throws Exception {
        Path jar = jar(
                "mine.jar",
                Map.of(
                        SERVICE,
                        "dev.pipemark.worker.Villains".getBytes(StandardCharsets.UTF_8),
                        "META-INF/maven/com.esotericsoftware/kryo/pom.properties",
                        "version=0.0.1".getBytes(StandardCharsets.UTF_8)));
        Stock stock = Stock.with(List.of(jar));
        assertThat(version(stock)).isEqualTo(Libraries.version("com.esotericsoftware:kryo"));
        assertThat(stock.notes(Set.of())).isEmpty();
    }

    /** Catches the jars of another version that are shown for an older run. */
    @Test
    void aRunWithoutJarsGetsThoseOfTheSameVersion() throws Exception {
        Stock stock = Stock.with(List.of());
        CodecFacts kryo = kryo(stock).jars(null);
        for (CodecFacts recorded : List.of(kryo, kryo.version("0.0.1"))) {
            Run run = new RunBuilder(1).codec(recorded).run();
            assertThat(stock.withJars(run).info().codecs())
                    .singleElement()
                    .extracting(CodecFacts::jars)
                    .isEqualTo(
                            recorded.version().equals("0.0.1")
                                    ? null
                                    : kryo(stock).jars());
        }
    }

    private static String version(Stock stock) {
        return kryo(stock).version();
    }

    private static CodecFacts kryo(Stock stock) {
        return stock.offer().codecs().stream()
                .filter(codec -> codec.id().equals("kryo"))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Path jar, String why) {
        assertThatThrownBy(() -> Stock.with(List.of(jar)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--user-jar")
                .hasMessageContaining(why);
    }

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : new LinkedHashMap<>(entries).entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return jar;
    }

    private byte[] compiled(String source, String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name.replaceFirst(".*/", "") + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-d", folder.toString(), file.toString()))
                .isZero();
        return Files.readAllBytes(folder.resolve(name + ".class"));
    }
}
