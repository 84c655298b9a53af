package dev.pipemark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PlacementTest {
    /** Catches a rehearsal that leaves either process on fewer cores. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void rehearsalKeepsCores() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            String before = cores("self") + cores(Long.toString(other.pid()));
            Placement.SAME.rehearse(other.toHandle());
            assertThat(cores("self") + cores(Long.toString(other.pid()))).isEqualTo(before);
        } finally {
            other.destroyForcibly();
        }
    }

    private static String cores(String process) throws IOException {
        return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .findFirst()
                .orElseThrow();
    }

    /** Catches two hardware threads of one physical core that are used as two cores. */
    @Test
    void secondCoreIsAnotherPhysicalCore() {
        assertThat(Placement.apart(List.of(0, 1, 2, 3), List.of(0, 1))).isEqualTo(2);
        assertThat(Placement.apart(List.of(0, 1, 2, 3), List.of(0, 2))).isEqualTo(1);
        assertThat(Placement.apart(List.of(0, 1), List.of(0, 1))).isEqualTo(1);
        assertThat(Placement.apart(List.of(4, 6), List.of())).isEqualTo(6);
    }
}
