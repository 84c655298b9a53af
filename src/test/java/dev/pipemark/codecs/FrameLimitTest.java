package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches coders that grow a frame past its limit, or that hide this reason for their failure. */
class FrameLimitTest {
    private static final List<String> LIMITED = List.of(
            "raw",
            "java",
            "java+lz4",
            "kryo",
            "kryo-registered",
            "kryo-registered-refs",
            "kryo-graph",
            "msgpack",
            "fory",
            "fory-refs",
            "fory-graph");

    /** Serial collection compacts large arrays. G1 leaves gaps, so there may be no room for an array at the limit. */
    private static final List<String> SMALL_HEAP = List.of("-Xmx160m", "-Xmn8m", "-XX:+UseSerialGC");

    @Test
    void codecsKeepFrameWithinLimit(@TempDir Path folder) throws Exception {
        ChildJvm.Ended ended =
                ChildJvm.run(folder, System.getProperty("java.class.path"), SMALL_HEAP, FrameLimitInSmallHeap.class);
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.output().lines()).allMatch(line -> line.endsWith(" within the limit, then [1, 2, 3]"));
        assertThat(ended.output().lines())
                .filteredOn(line -> LIMITED.contains(line.substring(0, line.indexOf(':'))))
                .hasSameSizeAs(LIMITED)
                .allMatch(line -> line.contains(": FrameTooLargeException,"));
    }
}
