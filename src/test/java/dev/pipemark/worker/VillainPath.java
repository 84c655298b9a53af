package dev.pipemark.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives tests of other rooms access to the villains. */
public final class VillainPath {
    private VillainPath() {}

    /** Returns a class path that contains the villains. */
    public static String in(Path folder) throws IOException {
        return Villains.classPath(services(folder));
    }

    /** Returns a class path that contains the villains and begins with {@link QuickStart#path}. */
    public static String packed(Path folder) throws IOException {
        return Villains.packed(services(folder));
    }

    private static Path services(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve("services"));
    }
}
