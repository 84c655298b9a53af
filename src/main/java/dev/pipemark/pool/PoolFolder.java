package dev.pipemark.pool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder for the logs of a pool's workers.
 *
 * @param own whether the folder was created for the pool and is deleted with it
 */
record PoolFolder(Path path, boolean own) {
    static PoolFolder temporary() throws IOException {
        return new PoolFolder(Files.createTempDirectory("pipemark-pool-"), true);
    }

    /** Deletes the folder with its logs if it is the pool's own. */
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
            // A process that is just ending may still write its log. The system clears its temporary files in time.
        }
    }
}
