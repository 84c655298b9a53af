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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Codecs with compression in real workers and forks. One is a codec of a jar that knows nothing of compression. */
@Timeout(600)
class CompressionRunTest {
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

    /** Catches a worker that does not know the id, and a table without the row. */
    @Test
    void workersProbeCodecsWithCompression() throws IOException {
        Path results = folder.resolve("matrix");
        assertThat(typed.run(List.of(
                        "probe",
                        "--user-jar",
                        jar.toString(),
                        "--codecs",
                        "newcomer+*,kryo-registered+zstd",
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
            assertThat(Files.readString(matrix))
                    .contains(
                            "newcomer+deflate,1,false,string-ascii,exact",
                            "newcomer+lz4,1,false,string-ascii,exact",
                            "newcomer+snappy,1,false,string-ascii,exact",
                            "newcomer+zstd,1,false,string-ascii,exact")
                    .containsPattern("kryo-registered\\+zstd,[^,]+,false,string-ascii,exact");
        }
    }

    /** Catches a fork that does not know the id, an arm that loses the compression, and a run that cannot be resumed. */
    @Test
    void forksMeasureCodecsWithCompressionAlsoInAnArm() throws IOException {
        Path results = folder.resolve("run");
        assertThat(typed.run(List.of(
                        "stream",
                        "--user-jar",
                        jar.toString(),
                        "--codecs",
                        "java,java+zstd,newcomer+lz4",
                        "--payloads",
                        "long",
                        "--arm",
                        "same:flags=-Dacme=1",
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
        Path run = results.resolve("latest").toRealPath();
        List<String> rows = Files.readAllLines(run.resolve("results.csv"));
        for (String codec : List.of("java+zstd", "newcomer+lz4", "java+zstd@same", "newcomer+lz4@same")) {
            assertThat(rows)
                    .as(codec)
                    .anyMatch(row -> row.contains("stream," + codec + ",long,") && row.contains(",measured,"));
        }
        assertThat(Files.readString(run.resolve("report.md"))).contains("java+zstd");
        assertThat(run.resolve("details/features.md"))
                .content()
                .contains("compression", "java+zstd", "java+zstd@same", "unjudged");
        assertThat(typed.run(List.of("--resume", run.toString(), "--dry-run")))
                .as(typed.err())
                .isZero();
        assertThat(typed.run(List.of("report", run.toString()))).as(typed.err()).isZero();
    }
}
