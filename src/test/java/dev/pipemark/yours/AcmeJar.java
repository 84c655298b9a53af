package dev.pipemark.yours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A jar of a user who knows nothing of the suite: classes in it, and no provider. */
public final class AcmeJar {
    private static final List<String> CLASSES = List.of(
            "Order", "Person", "Ledger", "Box", "Letter", "Token", "Drawing", "Picky", "Shelf", "Parcel", "Station",
            "Heavy", "Endless");

    private AcmeJar() {}

    /** Compiles it. */
    public static Path in(Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> words = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "-nowarn"));
        for (String name : CLASSES) {
            Path source = sources.resolve(name + ".java");
            try (InputStream in = AcmeJar.class.getResourceAsStream("com/acme/" + name + ".java.txt")) {
                Files.copy(Objects.requireNonNull(in, name), source);
            }
            words.add(source.toString());
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
        assertThat(code).isZero();
        Path jar = folder.resolve("acme.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    /**
     * Copies it with other classes.
     *
     * @param changes the changes by the name of an entry. An entry whose change gives no bytes is left out.
     */
    public static Path copy(Path jar, Path target, Map<String, UnaryOperator<byte[]>> changes) throws IOException {
        assertThat(changes).isNotEmpty();
        try (JarFile from = new JarFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(target))) {
            assertThat(from.stream().map(ZipEntry::getName)).containsAll(changes.keySet());
            for (JarEntry entry : Collections.list(from.entries())) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                byte[] changed = changes.getOrDefault(entry.getName(), UnaryOperator.identity())
                        .apply(content);
                if (changed.length > 0) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    out.write(changed);
                    out.closeEntry();
                }
            }
        }
        return target;
    }
}
