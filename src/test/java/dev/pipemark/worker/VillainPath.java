package dev.pipemark.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets tests of other rooms meet the villains. */
public final class VillainPath {
    private VillainPath() {}

    /** A class path on which the villains are found. */
    public static String in(Path folder) throws IOException {
        return Villains.classPath(Files.createDirectories(folder.resolve("services")));
    }
}
