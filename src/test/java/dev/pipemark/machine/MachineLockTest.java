package dev.pipemark.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineLockTest {
    @TempDir
    Path folder;

    /** Catches two runs on one machine, and a refusal that does not name the other run. */
    @Test
    void secondRunIsRefusedAndNamesFirst() throws IOException {
        Path file = folder.resolve("lock");
        try (MachineLock first = MachineLock.take(file)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> MachineLock.take(file))
                    .isInstanceOf(MachineLock.TakenException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        MachineLock.take(file).close();
    }
}
