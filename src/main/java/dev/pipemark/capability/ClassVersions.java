package dev.pipemark.capability;

import dev.pipemark.probe.values.EvolvingBase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes other versions of a class. Each has a folder that a worker puts in front of its class path. */
final class ClassVersions {
    private ClassVersions() {}

    /**
     * Writes the class file of a version under the name of {@link EvolvingBase}. Both names have the same length, so
     * replacing one by the other in the bytes gives a valid class file.
     *
     * @return the folder
     */
    static Path write(Class<?> version, Path work) throws IOException {
        Class<?> base = EvolvingBase.class;
        if (version.getSimpleName().length() != base.getSimpleName().length()) {
            throw new IllegalArgumentException(version + " cannot take the place of " + base);
        }
        Path folder = work.resolve("version-" + version.getSimpleName());
        Path inPackage = folder.resolve(base.getPackageName().replace('.', '/'));
        Files.createDirectories(inPackage);
        try (InputStream in = version.getResourceAsStream(version.getSimpleName() + ".class")) {
            if (in == null) {
                throw new IOException("the class file of " + version.getName() + " is not to be found");
            }
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replace(version.getSimpleName(), base.getSimpleName());
            Files.write(
                    inPackage.resolve(base.getSimpleName() + ".class"), bytes.getBytes(StandardCharsets.ISO_8859_1));
        }
        return folder;
    }
}
