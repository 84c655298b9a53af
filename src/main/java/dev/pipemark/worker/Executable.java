package dev.pipemark.worker;

import java.nio.file.Files;
import java.nio.file.Path;

/** The executable of a foreign worker, as it is typed. */
public final class Executable {
    private Executable() {}

    /**
     * Looks at an executable.
     *
     * @return its absolute path
     * @throws IllegalArgumentException if it cannot be run, with the reason in one clause
     */
    public static String of(String typed) {
        Path path = Path.of(typed).toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException("this is a folder: name the executable in it");
        } else if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "there is no such file; scripts/build-workers builds the suite's own workers");
        } else if (!Files.isExecutable(path)) {
            throw new IllegalArgumentException("this file cannot be run: chmod +x makes it executable");
        }
        return path.toString();
    }
}
