package dev.pipemark.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    /** Catches values that depend on the locale, the default charset, the time zone or identity hash codes. */
    @Test
    void otherJvmCreatesSameValues() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=ar",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-Dfile.encoding=US-ASCII",
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PayloadDigests.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();

            assertThat(said.lines().toList()).isEqualTo(PayloadDigests.lines());
        } finally {
            child.destroyForcibly();
        }
    }

    /**
     * Catches a generator that behaves differently on another Java version, and one that was changed by mistake. Sizes
     * and rates of two versions of the suite are comparable only if both send the same values. After an intended
     * change, copy the output of {@link PayloadDigests} into the file.
     */
    @Test
    void valuesMatchEarlierVersions() throws IOException {
        assertThat(PayloadDigests.lines()).isEqualTo(recorded());
    }

    private static List<String> recorded() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(DeterminismTest.class.getResourceAsStream("payload-digests.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
