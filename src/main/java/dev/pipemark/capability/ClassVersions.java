package dev.pipemark.capability;

import dev.pipemark.probe.values.EvolvingBase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes other versions of a class: a folder for each, to stand before the class path of a worker. */
final class ClassVersions {
    private ClassVersions() {}

    /**
     * Writes a version's class file under the name of {@link EvolvingBase}. Both names are of the same length, so that
     * replacing one by the other in the bytes leaves a well-formed class file.
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
