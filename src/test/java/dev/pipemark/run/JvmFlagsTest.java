package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmFlagsTest {
    /** Catches a flag with which Java 17 does not start, and the warning that Java 24 prints without it. */
    @Test
    void unsafeIsAllowedIfJavaKnowsTheFlag() {
        assertThat(JvmFlags.defaults(17, List.of()))
                .containsExactly("-XX:+UseG1GC", "-Xms1g", "-Xmx1g", "-Xmn64m", "-XX:G1HeapRegionSize=8m");
        assertThat(JvmFlags.defaults(25, List.of())).contains("--sun-misc-unsafe-memory-access=allow");
    }

    /** Catches two collectors in one command line: no JVM starts with them. */
    @Test
    void anotherCollectorReplacesOurs() {
        assertThat(JvmFlags.defaults(17, List.of("-XX:+UseParallelGC"))).containsExactly("-Xms1g", "-Xmx1g", "-Xmn64m");
    }

    /** Catches an initial heap above the user's maximum: no JVM starts with it. */
    @Test
    void aSmallerHeapReplacesBothSizes() {
        assertThat(JvmFlags.defaults(17, List.of("-Xmx256m")))
                .containsExactly("-XX:+UseG1GC", "-Xmn64m", "-XX:G1HeapRegionSize=8m");
    }

    /** Catches a young generation that takes the whole of a small heap. */
    @Test
    void aSmallHeapHasNoYoungGenerationOfOurs() {
        assertThat(JvmFlags.defaults(17, List.of("-Xmx128m"))).doesNotContain("-Xmn64m");
        assertThat(JvmFlags.defaults(17, List.of("-XX:MaxHeapSize=65536k")))
                .containsExactly("-XX:+UseG1GC", "-XX:G1HeapRegionSize=8m");
        assertThat(JvmFlags.defaults(17, List.of("-XX:InitialHeapSize=512m"))).doesNotContain("-Xms1g");
        assertThat(JvmFlags.defaults(17, List.of("-Xmx4g"))).contains("-Xmn64m");
    }

    /** Catches two sizes of the young generation: the later one wins, which need not be the user's. */
    @Test
    void theUsersYoungGenerationReplacesOurs() {
        assertThat(JvmFlags.defaults(17, List.of("-Xmn256m"))).doesNotContain("-Xmn64m");
        assertThat(JvmFlags.defaults(17, List.of("-XX:NewRatio=2"))).doesNotContain("-Xmn64m");
    }

    /** Catches a script for the lower limit of the pipe that has another heap than the suite. */
    @Test
    void theLowerLimitOfThePipeIsMeasuredWithTheSameFlags() throws Exception {
        assertThat(Files.readString(Path.of("scripts/pipe-floor")))
                .contains("heap=\"" + String.join(" ", JvmFlags.defaults(17, List.of())) + "\"");
    }
}
