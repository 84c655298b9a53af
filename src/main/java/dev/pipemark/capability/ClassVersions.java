package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.probe.values.EvolvingBase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes other versions of a class. Each has a folder that a worker puts in front of its class path. */
final class ClassVersions {
    private ClassVersions() {}

    /** Returns the class in the sender's version. Some codecs have such a class of their own. */
    static Class<?> base(Codec codec) {
        return codec.evolving().orElse(EvolvingBase.class);
    }

    /**
     * Writes the class file of a version under the name of the sender's version. Both names have the same length, so
     * replacing one by the other in the bytes gives a valid class file.
     *
     * @param ending the end of the version's name: {@code More} for {@code EvolvingMore}
     * @return the folder
     */
    static Path write(Codec codec, String ending, Path work) throws IOException {
        Class<?> base = base(codec);
        String name = base.getSimpleName();
        String version = name.substring(0, name.length() - ending.length()) + ending;
        Path folder = work.resolve(codec.id()).resolve("version-" + version);
        Path inPackage = folder.resolve(base.getPackageName().replace('.', '/'));
        Files.createDirectories(inPackage);
        try (InputStream in = base.getResourceAsStream(version + ".class")) {
            if (in == null) {
                throw new IOException("the class file of " + version + " is missing beside that of " + base.getName());
            }
            String content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).replace(version, name);
            Files.write(inPackage.resolve(name + ".class"), content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return folder;
    }
}
