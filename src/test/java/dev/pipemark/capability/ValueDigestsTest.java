package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Payload;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.worker.QuickStart;
import dev.pipemark.worker.VillainPath;
import dev.pipemark.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches digests that differ between processes, which would make any two runs incomparable. */
final class ValueDigestsTest {
    @TempDir
    Path folder;

    /**
     * Computed with Python's hashlib: SHA-256 over the strings "hello 0" to "hello 7". Each contributes its length in
     * bytes and a colon in ASCII, then its serial form: AC ED 00 05 74 00 07 and the text, by the Java Object
     * Serialization Specification, 6.4.
     */
    @Test
    void digestCoversSerialForms() throws Exception {
        assertThat(digests(VillainPath.packed(folder), List.of("greeting", "no such payload", "int")))
                .containsEntry("greeting", "9e5e92fb16b9de9b")
                .containsKey("int")
                .hasSize(2);
    }

    /** Uses two pairs of workers, because hash codes and iteration orders differ between them. */
    @Test
    void builtInPayloadsHaveStableDigests() throws Exception {
        List<String> payloads = Catalog.load(ValueDigestsTest.class.getClassLoader()).payloads().stream()
                .<String>map(Payload::id)
                .toList();
        String classPath = QuickStart.path();
        Map<String, String> digests = digests(classPath, payloads);
        assertThat(digests.keySet()).containsExactlyElementsOf(payloads);
        assertThat(digests.values()).doesNotHaveDuplicates();
        assertThat(digests(classPath, payloads)).isEqualTo(digests);
    }

    /** Catches a payload that ends its worker and loses the digests of the payloads after it. */
    @Test
    void payloadThatEndsWorkerLosesOnlyItsDigest() throws Exception {
        String classPath = FaultyPayloads.classPath(folder.resolve("payloads"), QuickStart.path());
        assertThat(digests(classPath, List.of("int", "create-exits", "none"))).containsOnlyKeys("int", "none");
    }

    private Map<String, String> digests(String classPath, List<String> payloads) throws Exception {
        return new ValueDigests(new WorkerSettings(
                        classPath, QuickStart.packed("-Xmx512m"), folder.resolve("logs"), Duration.ofMinutes(1)))
                .of(payloads);
    }
}
