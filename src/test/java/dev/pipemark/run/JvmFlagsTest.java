package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmFlagsTest {
    /** Catches a flag that 17 refuses to start with, and the warning that 24 and later print without it. */
    @Test
    void unsafeIsAllowedWhereThatIsKnown() {
        assertThat(JvmFlags.defaults(17, List.of()))
                .containsExactly("-XX:+UseG1GC", "-Xms1g", "-Xmx1g", "-Xmn64m", "-XX:G1HeapRegionSize=8m");
        assertThat(JvmFlags.defaults(25, List.of())).contains("--sun-misc-unsafe-memory-access=allow");
    }

    /** Catches two collectors on one command line, with which no JVM starts. */
    @Test
    void anotherCollectorReplacesOurs() {
        assertThat(JvmFlags.defaults(17, List.of("-XX:+UseParallelGC"))).containsExactly("-Xms1g", "-Xmx1g", "-Xmn64m");
    }

    /** Catches an initial heap above the user's maximum, with which no JVM starts. */
    @Test
    void aSmallerHeapReplacesBothSizes() {
        assertThat(JvmFlags.defaults(17, List.of("-Xmx256m")))
                .containsExactly("-XX:+UseG1GC", "-Xmn64m", "-XX:G1HeapRegionSize=8m");
    }

    /** Catches a young generation that takes the whole of a small heap. */
    @Test
    void aSmallHeapDividesItself() {
        assertThat(JvmFlags.defaults(17, List.of("-Xmx128m"))).doesNotContain("-Xmn64m");
        assertThat(JvmFlags.defaults(17, List.of("-XX:MaxHeapSize=65536k")))
                .containsExactly("-XX:+UseG1GC", "-XX:G1HeapRegionSize=8m");
        assertThat(JvmFlags.defaults(17, List.of("-XX:InitialHeapSize=512m"))).doesNotContain("-Xms1g");
        assertThat(JvmFlags.defaults(17, List.of("-Xmx4g"))).contains("-Xmn64m");
    }

    /** Catches two sizes of the young generation, of which the user's may come first and lose. */
    @Test
    void theUsersYoungGenerationReplacesOurs() {
        assertThat(JvmFlags.defaults(17, List.of("-Xmn256m"))).doesNotContain("-Xmn64m");
        assertThat(JvmFlags.defaults(17, List.of("-XX:NewRatio=2"))).doesNotContain("-Xmn64m");
    }

    /** Catches a floor that is measured with another heap than the suite. */
    @Test
    void theFloorIsMeasuredWithTheSame() throws Exception {
        assertThat(Files.readString(Path.of("scripts/pipe-floor")))
                .contains("heap=\"" + String.join(" ", JvmFlags.defaults(17, List.of())) + "\"");
    }
}
