package dev.pipemark.run;

import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Libraries;
import dev.pipemark.api.PayloadProvider;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The jars that a user names. They stand before the suite's own in the class path of forks and workers: a class that is in
 * both is loaded from the user's, and the version that is told is that of the user's.
 *
 * @param versions of the libraries in these jars, by {@code groupId:artifactId}, as the jars themselves say
 * @param replaced by jar, the packages of which the suite has other classes of the same names
 * @param unlisted the jars that neither list a provider nor replace a class: there for what the others need
 */
record UserJars(List<Path> paths, Map<String, String> versions, Map<Path, Set<String>> replaced, List<Path> unlisted) {
    private static final Pattern POM = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");
    private static final List<String> SERVICES = List.of(
            "META-INF/services/" + CodecProvider.class.getName(),
            "META-INF/services/" + PayloadProvider.class.getName());

    /** Classes of the suite's own, and of what drives the forks: these must be the suite's. */
    private static final List<String> OWN = List.of("dev/pipemark/", "org/openjdk/jmh/");

    /** Class files of Java 1 have the major version 45. */
    private static final int MAJOR_OF_JAVA_0 = 44;

    private static final int MAGIC = 0xCAFEBABE;

    /**
     * Looks into the jars.
     *
     * @throws IllegalArgumentException when one is not there, is no jar, or cannot work, saying why
     */
    static UserJars of(List<Path> paths) {
        Map<String, String> versions = new LinkedHashMap<>();
        Map<Path, Set<String>> replaced = new LinkedHashMap<>();
        Map<String, Long> own = paths.isEmpty() ? Map.of() : ownClasses();
        List<Path> unlisted = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                throw new IllegalArgumentException("--user-jar " + path + ": there is no such file that can be read");
            } else if (Files.isDirectory(path)) {
                throw new IllegalArgumentException("--user-jar " + path + ": this is a folder, and not a jar");
            }
            try (JarFile jar = new JarFile(path.toFile(), false)) {
                boolean lists = lists(jar);
                Set<String> packages = new TreeSet<>();
                Map<String, String> inside = new LinkedHashMap<>();
                for (ZipEntry entry : Collections.list(jar.entries())) {
                    look(path, jar, entry, own, packages, inside);
                }
                // A jar that replaces no class of the suite's leaves the suite's libraries as they are. A jar that
                // replaces
                // those of one library may hold another under other names.
                inside.forEach((library, version) -> {
                    if (holds(packages, library) || Libraries.version(library).equals("unknown")) {
                        versions.putIfAbsent(library, version);
                    }
                });
                if (!packages.isEmpty()) {
                    replaced.put(path, packages);
                } else if (!lists) {
                    unlisted.add(path);
                }
            } catch (ZipException e) {
                throw new IllegalArgumentException("--user-jar " + path + ": this is not a jar: " + e.getMessage());
            } catch (IOException e) {
                throw new IllegalArgumentException("--user-jar " + path + ": it cannot be read: " + e.getMessage());
            }
        }
        if (!paths.isEmpty() && unlisted.size() == paths.size()) {
            throw new IllegalArgumentException(
                    "--user-jar " + joined(unlisted) + ": it lists neither codecs nor payloads: put a file "
                            + SERVICES.get(0) + " (or PayloadProvider) into it, with the name of your provider class");
        }
        return new UserJars(List.copyOf(paths), versions, replaced, unlisted);
    }

    /** The class path of forks and workers, in absolute paths: they may be started in another folder. */
    String classPath() {
        return Stream.concat(paths.stream(), suite())
                .map(part -> part.toAbsolutePath().toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The version of a codec's library that forks and workers load, whatever the codec declares. */
    String version(Codec codec) {
        String library = codec.library();
        String known = versions.get(library);
        if (known != null) {
            return known;
        }
        for (Map.Entry<Path, Set<String>> jar : replaced.entrySet()) {
            if (holds(jar.getValue(), library)) {
                return "unknown, as in " + jar.getKey().getFileName();
            }
        }
        String packaged = Libraries.version(library);
        return packaged.equals("unknown") ? codec.version() : packaged;
    }

    /**
     * The jars that a codec brings, bytes by file name. Empty where they are not the suite's: the codec names artifacts
     * that the suite has not, or these jars replace one of them.
     */
    Optional<Map<String, Long>> brought(Codec codec) {
        boolean foreign = codec.artifacts().stream()
                .anyMatch(artifact -> versions.containsKey(artifact)
                        || replaced.values().stream().anyMatch(packages -> holds(packages, artifact)));
        return foreign ? Optional.empty() : Libraries.jars(codec.artifacts());
    }

    /** Versions of all libraries: the suite's, but for those that these jars replace. */
    Map<String, String> libraries() {
        Map<String, String> all = new LinkedHashMap<>(Libraries.all());
        all.putAll(versions);
        return all;
    }

    /** One line for each jar that replaces classes of the suite's. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        replaced.forEach((path, packages) -> notes.add("every codec runs with the classes of " + path.getFileName()
                + " where the suite has others of the same names: in " + String.join(", ", packages)));
        unlisted.forEach(path -> notes.add(path.getFileName()
                + " lists neither codecs nor payloads: its classes are there for those of the other jars"));
        return notes;
    }

    /** Whether these packages are of a library. Packages are called by their group, by and large. */
    private static boolean holds(Set<String> packages, String library) {
        String group = library.replaceFirst("(\\.core)?:.*", "");
        return packages.stream().anyMatch(name -> name.equals(group) || name.startsWith(group + "."));
    }

    /** Whether a jar names a provider: a file of services may be there and be empty. */
    private static boolean lists(JarFile jar) throws IOException {
        for (String service : SERVICES) {
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

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static void look(
            Path path,
            JarFile jar,
            ZipEntry entry,
            Map<String, Long> own,
            Set<String> packages,
            Map<String, String> versions)
            throws IOException {
        String name = entry.getName();
        Matcher pom = POM.matcher(name);
        if (pom.matches()) {
            try (InputStream in = jar.getInputStream(entry)) {
                Properties facts = new Properties();
                facts.load(in);
                versions.putIfAbsent(pom.group(1) + ":" + pom.group(2), facts.getProperty("version", "unknown"));
            }
        } else if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class")) {
            requireJava(path, jar, entry);
            Long ours = own.get(name);
            if (ours != null && ours != entry.getCrc()) {
                if (OWN.stream().anyMatch(name::startsWith)) {
                    throw new IllegalArgumentException("--user-jar " + path + ": it holds " + name
                            + ", which is the suite's: build the jar without the suite in it");
                }
                packages.add(
                        name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'));
            }
        }
    }

    private static void requireJava(Path path, JarFile jar, ZipEntry entry) throws IOException {
        int running = Runtime.version().feature();
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            if (in.readInt() != MAGIC) {
                return;
            }
            in.readUnsignedShort();
            int java = in.readUnsignedShort() - MAJOR_OF_JAVA_0;
            if (java > running) {
                throw new IllegalArgumentException(
                        "--user-jar " + path + ": " + entry.getName() + " is compiled for Java " + java
                                + ", and this is Java " + running + ": compile it with --release " + running
                                + ", or start the suite with Java " + java);
            }
        }
    }

    private static Stream<Path> suite() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(Path::of);
    }

    /** Checksums of the suite's classes, by their names in a jar; the first on the class path counts. */
    private static Map<String, Long> ownClasses() {
        Map<String, Long> classes = new HashMap<>();
        for (Path part : suite().filter(Files::isRegularFile).toList()) {
            try (JarFile jar = new JarFile(part.toFile(), false)) {
                jar.stream()
                        .filter(entry -> entry.getName().endsWith(".class"))
                        .forEach(entry -> classes.putIfAbsent(entry.getName(), entry.getCrc()));
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        part + ", of the suite's own class path, cannot be read: " + e.getMessage());
            }
        }
        return classes;
    }
}
