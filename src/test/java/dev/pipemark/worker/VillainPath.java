package dev.pipemark.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives tests of other rooms access to the villains. */
public final class VillainPath {
    private VillainPath() {}

    /** Returns a class path that contains the villains. */
    public static String in(Path folder) throws IOException {
        return Villains.classPath(Files.createDirectories(folder.resolve("services")));
    }
}
