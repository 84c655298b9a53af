package dev.pipemark.yours;

import dev.pipemark.api.PayloadProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The jar by which forks and workers are told of a {@link Wish}: they get it as one of the user's jars, so that it goes on
 * record, is found again when a run is resumed, and counts where two runs are held against each other.
 */
public final class YourJar {
    private static final String FOLDER = "yours";
    private static final int DIGITS = 12;

    /** The first date that a jar can tell, in whatever zone it is written. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    private YourJar() {}

    /**
     * Writes it. The same wish, with the same values, is the same file.
     *
     * @param values the file with values; not read where they are made
     * @param jars of the user, in which classes are looked for that stand for interfaces
     * @param loader of the user's classes
     * @param results where it lies, in a folder of its own
     * @throws TypeNames.UnknownClassException when a class is not there
     * @throws IllegalArgumentException when a type is not written as one
     * @throws NoClassDefFoundError when a class needs another that is not there
     * @throws TypeNotPresentException when it needs it as a type argument
     * @throws IOException when a file cannot be read, or the jar not be written
     */
    public static Path write(Wish wish, Path values, List<Path> jars, ClassLoader loader, Path results)
            throws TypeNames.UnknownClassException, IOException {
        // Found where values are read as well: a type that is not there is refused here, and not by a worker.
        Map<String, List<String>> found = implementations(wish, jars, loader);
        Wish whole = wish.with(wish.values().isEmpty() ? found : Map.of());
        byte[] content = content(whole, wish.values().isEmpty() ? new byte[0] : Files.readAllBytes(values));
        Path folder = Files.createDirectories(results.resolve(FOLDER));
        String name = String.join("-", wish.ids().keySet().stream().limit(2).toList());
        Path jar = folder.resolve(name + "-" + digest(content) + ".jar");
        if (!Files.exists(jar)) {
            Path whileWritten = Files.createTempFile(folder, name, ".part");
            Files.write(whileWritten, content);
            Files.move(whileWritten, jar, StandardCopyOption.REPLACE_EXISTING);
        }
        return jar;
    }

    /** What stands for interfaces may lead to further ones. */
    private static Map<String, List<String>> implementations(Wish wish, List<Path> jars, ClassLoader loader)
            throws TypeNames.UnknownClassException, IOException {
        Map<String, List<String>> found = Map.of();
        Set<Class<?>> asked = new LinkedHashSet<>();
        while (true) {
            Set<Class<?>> open = new LinkedHashSet<>();
            for (String written : wish.types()) {
                Type type = TypeNames.read(written, loader);
                open.addAll(Reach.of(type, Made.loaded(found, loader)).open());
            }
            if (!asked.addAll(open)) {
                return found;
            }
            found = JarClasses.implementing(asked, jars, loader);
        }
    }

    private static byte[] content(Wish wish, byte[] values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            add(jar, "META-INF/services/" + PayloadProvider.class.getName(), YourPayloads.class.getName());
            add(jar, Wish.RESOURCE, lines(wish));
            if (!wish.values().isEmpty()) {
                entry(jar, Wish.VALUES);
                jar.write(values);
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Without the date that {@link java.util.Properties} begins with, and in one order. */
    private static String lines(Wish wish) throws IOException {
        StringWriter written = new StringWriter();
        wish.written().store(written, null);
        return written.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static void add(ZipOutputStream jar, String name, String text) throws IOException {
        entry(jar, name);
        jar.write(text.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }

    private static void entry(ZipOutputStream jar, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(BEGINNING);
        jar.putNextEntry(entry);
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
