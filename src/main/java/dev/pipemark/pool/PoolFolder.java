package dev.pipemark.pool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a pool's workers log.
 *
 * @param own whether it was made for the pool, and goes with it
 */
record PoolFolder(Path path, boolean own) {
    static PoolFolder temporary() throws IOException {
        return new PoolFolder(Files.createTempDirectory("pipemark-pool-"), true);
    }

    /** Deletes it with the logs in it, if it is the pool's own. */
    void delete() {
        if (!own || !Files.exists(path)) {
            return;
        }
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(path)) {
            for (Path log : logs) {
                Files.delete(log);
            }
            Files.delete(path);
        } catch (IOException e) {
            // A log of a process that is just ending: the system clears its temporary files in time.
        }
    }
}
