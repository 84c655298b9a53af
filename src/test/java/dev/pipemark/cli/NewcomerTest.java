package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.Brief;
import dev.pipemark.api.CodecProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Catches a codec that needs more than its class and its provider. The jar contains only the provider file. The class
 * is loaded with the suite's own classes, so that it does not count as a user's codec.
 */
class NewcomerTest {
    @TempDir
    Path folder;

    private final Typed typed = new Typed();
    private Path jar;

    @BeforeEach
    void register() throws IOException {
        jar = folder.resolve("newcomer.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/" + CodecProvider.class.getName()));
            out.write(Newcomer.class.getName().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }

    @Test
    void newcomerIsTimedOnItsUses() {
        assertThat(typed.run(List.of("--dry-run", "--user-jar", jar.toString())))
                .isZero();
        for (String benchmark : List.of("stream", "encode", "decode")) {
            assertThat(typed.out()).contains(" " + benchmark + " newcomer media-content ");
        }
        assertThat(typed.out()).doesNotContain("newcomer string-ascii", "newcomer lambda-capturing");
    }

    @Test
    void newcomerIsInMatrix() throws IOException {
        Path results = folder.resolve("matrix");
        assertThat(typed.run(List.of(
                        "probe",
                        "--user-jar",
                        jar.toString(),
                        "--codecs",
                        Newcomer.ID,
                        "--values",
                        "string-ascii",
                        "--results",
                        results.toString())))
                .as(typed.err())
                .isZero();
        try (Stream<Path> files = Files.walk(results)) {
            Path matrix = files.filter(file -> file.endsWith("capabilities.csv"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(matrix)).contains("newcomer,1,false,string-ascii,exact");
        }
    }

    /** A short run with real forks and workers. */
    @Test
    void newcomerIsInReport() throws IOException {
        Path results = folder.resolve("run");
        assertThat(typed.run(List.of(
                        "encode",
                        "--user-jar",
                        jar.toString(),
                        "--codecs",
                        Newcomer.ID,
                        "--payloads",
                        "long",
                        "-f",
                        "1",
                        "-wi",
                        "1",
                        "-w",
                        "10ms",
                        "-i",
                        "1",
                        "-r",
                        "10ms",
                        "-jvmArgsAppend",
                        Brief.FLAGS,
                        "--results",
                        results.toString())))
                .as(typed.err())
                .isZero();
        Path run = results.resolve("latest");
        assertThat(Files.readAllLines(run.resolve("results.csv")))
                .anyMatch(row -> row.contains("encode,newcomer,long,") && row.contains(",measured,"));
        assertThat(Files.readString(run.resolve("report.md"))).contains("newcomer");
    }
}
