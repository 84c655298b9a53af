package dev.pipemark.yours;

import dev.pipemark.api.PayloadProvider;
import dev.pipemark.capability.Kept;
import dev.pipemark.capability.Sample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The jar that gives a {@link Wish} to forks and workers. It is one of the user's jars. Therefore it is recorded with the
 * run, is found when the run is resumed, and is compared when two runs are compared.
 */
public final class YourJar {
    private static final String FOLDER = "yours";
    private static final int DIGITS = 12;

    /** The first date that a jar can contain in every time zone. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);

    private YourJar() {}

    /**
     * Writes the jar. Equal wishes with equal values give equal files.
     *
     * @param values the file with values. It is not read if values are made.
     * @param jars the user's jars. They are searched for classes that stand for interfaces.
     * @param loader loads the user's classes
     * @param results the folder with the results. The jar gets a folder in it.
     * @return the jar
     * @throws TypeNames.UnknownClassException if a class is missing
     * @throws IllegalArgumentException if a type is malformed, or if values of a generic class without type arguments are to be
     *     made
     * @throws NoClassDefFoundError if a class needs another class that is missing
     * @throws TypeNotPresentException if a class needs a missing class as a type argument
     * @throws IOException if a file cannot be read, or the jar cannot be written
     */
    public static Path write(Wish wish, Path values, List<Path> jars, ClassLoader loader, Path results)
            throws TypeNames.UnknownClassException, IOException {
        // The search runs even if values are read: a missing class must be refused here, and not in a worker.
        Map<String, List<String>> found = implementations(wish, jars, loader);
        return wish.values().isEmpty()
                ? write(wish.with(found), Map.of(), results)
                : write(wish, Map.of(Wish.VALUES, Files.readAllBytes(values)), results);
    }

    /**
     * Writes a copy of a jar that also contains samples of the values, and kept values. A process that reads the copy need not
     * make values to find their classes, and makes no value of a payload whose values are kept.
     *
     * @param jar the jar that {@link #write(Wish, Path, List, ClassLoader, Path)} returned
     * @param samples the samples by payload
     * @param kept the values by payload
     * @return the copy
     * @throws IOException if the jar cannot be read, or the copy cannot be written
     */
    public static Path knowing(Path jar, Map<String, Sample> samples, Map<String, Kept> kept, Path results)
            throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Wish wish = Wish.read(new ByteArrayInputStream(read(file, Wish.RESOURCE)));
            Map<String, byte[]> files = new TreeMap<>();
            if (!wish.values().isEmpty()) {
                files.put(Wish.VALUES, read(file, Wish.VALUES));
            }
            kept.forEach((payload, values) -> files.put(Wish.KEPT + payload, values.file()));
            return write(wish.knowing(samples), files, results);
        }
    }

    private static byte[] read(JarFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(Objects.requireNonNull(jar.getEntry(name), name))) {
            return in.readAllBytes();
        }
    }

    /**
     * Writes a jar.
     *
     * @param files further files by name, in a fixed order
     */
    private static Path write(Wish wish, Map<String, byte[]> files, Path results) throws IOException {
        byte[] content = content(wish, files);
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

    /** A class that stands for an interface may lead to further interfaces. */
    private static Map<String, List<String>> implementations(Wish wish, List<Path> jars, ClassLoader loader)
            throws TypeNames.UnknownClassException, IOException {
        Map<String, List<String>> found = Map.of();
        Set<Class<?>> asked = new LinkedHashSet<>();
        while (true) {
            Set<Class<?>> open = new LinkedHashSet<>();
            for (String written : wish.types()) {
                Type type = TypeNames.read(written, loader);
                if (wish.values().isEmpty()) {
                    requireArguments(written, type);
                }
                open.addAll(Reach.of(type, Made.loaded(found, loader)).open());
            }
            if (!asked.addAll(open)) {
                return found;
            }
            found = JarClasses.implementing(asked, jars, loader);
        }
    }

    /** Refuses a generic class without type arguments, since its values could not be made. */
    private static void requireArguments(String written, Type type) {
        int parameters = type instanceof Class<?> raw ? raw.getTypeParameters().length : 0;
        if (parameters > 0) {
            throw new IllegalArgumentException("'" + written + "' has type parameters: name a class for each, as in '"
                    + written + "<" + String.join(", ", Collections.nCopies(parameters, "String")) + ">'");
        }
    }

    private static byte[] content(Wish wish, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            add(jar, "META-INF/services/" + PayloadProvider.class.getName(), YourPayloads.class.getName());
            add(jar, Wish.RESOURCE, lines(wish));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(jar, file.getKey(), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Sorts the properties, and leaves out the date that {@link java.util.Properties} writes. */
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
        add(jar, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream jar, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(BEGINNING);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
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
