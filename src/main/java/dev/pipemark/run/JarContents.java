package dev.pipemark.run;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The contents of a user's jar, compared with the suite's classes.
 *
 * @param lists whether the jar names a provider in one of the files of services that the question asks about
 * @param shared the packages in which the jar and the suite have classes with the same names
 * @param replaced those shared packages in which a class differs from the suite's class
 * @param versions the versions of the libraries in the jar, by {@code groupId:artifactId}, from the jar itself
 */
record JarContents(Path path, boolean lists, Set<String> shared, Set<String> replaced, Map<String, String> versions) {
    private static final Pattern POM = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");

    /** The classes of the suite and of JMH. A user's jar must not replace them. */
    private static final List<String> OWN = List.of("dev/pipemark/", "org/openjdk/jmh/");

    /** Class files of Java 1 have the major version 45. */
    private static final int MAJOR_OF_JAVA_0 = 44;

    private static final int MAGIC = 0xCAFEBABE;

    /**
     * The question about a jar.
     *
     * @param option the option that names the jar; messages begin with it
     * @param suite the checksums of the classes that are loaded without the jar, from {@link #classes}
     * @param services the files of services in which a provider may be named
     * @param java the feature version of the Java that will load the jar
     */
    record Question(String option, Map<String, Long> suite, List<String> services, int java) {}

    /**
     * Reads a jar.
     *
     * @throws IllegalArgumentException if it does not exist, is not a jar, or cannot be used. The message has the reason.
     */
    static JarContents of(Path path, Question question) {
        String name = question.option() + path;
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(name + ": this file does not exist or cannot be read");
        } else if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(name + ": this is a folder, and not a jar");
        } else if (path.toAbsolutePath().toString().contains(File.pathSeparator)) {
            throw new IllegalArgumentException(name + ": a class path cannot contain a path with '" + File.pathSeparator
                    + "': move the jar to a path without this character");
        }
        JarContents contents = new JarContents(path, false, new TreeSet<>(), new TreeSet<>(), new LinkedHashMap<>());
        try (JarFile jar = new JarFile(path.toFile(), false)) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                contents.look(jar, entry, question);
            }
            return new JarContents(
                    path, lists(jar, question.services()), contents.shared, contents.replaced, contents.versions);
        } catch (ZipException e) {
            throw new IllegalArgumentException(name + ": this is not a jar: " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalArgumentException(name + ": it cannot be read: " + e.getMessage());
        }
    }

    /** Returns whether the jar has a class of the suite or of JMH. */
    boolean holdsSuite() {
        return OWN.stream()
                .map(start -> start.substring(0, start.length() - 1).replace('/', '.'))
                .anyMatch(
                        start -> shared.stream().anyMatch(name -> name.equals(start) || name.startsWith(start + ".")));
    }

    /**
     * Returns whether packages belong to a library. The name of a package mostly begins with the group of its library.
     */
    static boolean holds(Collection<String> packages, String library) {
        String group = library.replaceFirst("(\\.core)?:.*", "");
        return packages.stream().anyMatch(name -> name.equals(group) || name.startsWith(group + "."));
    }

    /** Returns the parts of the class path of this process. */
    static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(Path::of);
    }

    /**
     * Returns checksums of the classes in jars, by their names. The first jar with a class counts.
     *
     * @throws IllegalArgumentException if a jar cannot be read
     */
    static Map<String, Long> classes(Stream<Path> parts) {
        Map<String, Long> classes = new HashMap<>();
        for (Path part : parts.filter(Files::isRegularFile).toList()) {
            try (JarFile jar = new JarFile(part.toFile(), false)) {
                jar.stream()
                        .filter(entry -> entry.getName().endsWith(".class"))
                        .forEach(entry -> classes.putIfAbsent(entry.getName(), entry.getCrc()));
            } catch (IOException e) {
                throw new IllegalArgumentException(part + ", of the class path, cannot be read: " + e.getMessage());
            }
        }
        return classes;
    }

    /** Returns whether a file of services names a provider. Such a file may be empty. */
    private static boolean lists(JarFile jar, List<String> services) throws IOException {
        for (String service : services) {
            ZipEntry entry = jar.getEntry(service);
            if (entry != null) {
                try (InputStream in = jar.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    if (text.lines()
                            .anyMatch(line -> !line.replaceFirst("#.*", "").isBlank())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void look(JarFile jar, ZipEntry entry, Question question) throws IOException {
        String name = entry.getName();
        Matcher pom = POM.matcher(name);
        if (pom.matches()) {
            try (InputStream in = jar.getInputStream(entry)) {
                Properties facts = new Properties();
                facts.load(in);
                versions.putIfAbsent(pom.group(1) + ":" + pom.group(2), facts.getProperty("version", "unknown"));
            }
        } else if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class")) {
            requireJava(jar, entry, question);
            Long ours = question.suite().get(name);
            if (ours != null) {
                String in =
                        name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
                shared.add(in);
                if (ours != entry.getCrc()) {
                    replaced.add(in);
                }
            }
            if (ours != null && ours != entry.getCrc() && OWN.stream().anyMatch(name::startsWith)) {
                throw new IllegalArgumentException(question.option() + path + ": it contains " + name
                        + ", a class of the suite or of JMH: build the jar without the suite and JMH");
            }
        }
    }

    private void requireJava(JarFile jar, ZipEntry entry, Question question) throws IOException {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            if (in.readInt() != MAGIC) {
                return;
            }
            in.readUnsignedShort();
            int java = in.readUnsignedShort() - MAJOR_OF_JAVA_0;
            if (java > question.java()) {
                throw new IllegalArgumentException(question.option() + path + ": " + entry.getName()
                        + " is compiled for Java " + java + ", and this is Java " + question.java()
                        + ": compile it with --release " + question.java() + ", or run it on Java " + java);
            }
        }
    }
}
