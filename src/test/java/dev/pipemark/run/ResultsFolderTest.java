package dev.pipemark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    Path parent;

    /** Catches two runs in one second in the same folder, and names that no file system takes. */
    @Test
    void everyRunHasItsOwnFolder() throws IOException {
        Path results = parent.resolve("results");
        assertThat(ResultsFolder.create(results, NOW, "my host/1", "quick").getFileName())
                .hasToString("20260304T050607Z-my_host_1-quick");
        assertThat(ResultsFolder.create(results, NOW, "my host/1", "quick").getFileName())
                .hasToString("20260304T050607Z-my_host_1-quick-2");
    }

    /** Catches a place without write permission that is noticed only after an hour of measuring. */
    @Test
    void aPlaceWithoutWritePermissionIsRefused() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "in the way");
        assertThatThrownBy(() -> ResultsFolder.create(file.resolve("results"), NOW, "host", "quick"))
                .isInstanceOf(IOException.class);
    }

    /** Catches a link that points to the previous run. */
    @Test
    void latestPointsToTheNewestRun() throws IOException {
        for (String name : new String[] {"one", "two"}) {
            Path folder = ResultsFolder.create(parent, NOW, "host", name);
            ResultsFolder.latest(folder);
            assertThat(parent.resolve("latest").toRealPath()).isEqualTo(folder.toRealPath());
            // The same by the link, as for a resumed run.
            ResultsFolder.latest(parent.resolve("latest"));
            assertThat(parent.resolve("latest").toRealPath()).isEqualTo(folder.toRealPath());
        }
    }

    /** Catches a user's own folder that is replaced by a link. */
    @Test
    void aFolderOfThatNameStays() throws IOException {
        Path own = Files.createDirectory(parent.resolve("latest"));
        ResultsFolder.latest(ResultsFolder.create(parent, NOW, "host", "one"));
        assertThat(own).isDirectory();
    }
}
