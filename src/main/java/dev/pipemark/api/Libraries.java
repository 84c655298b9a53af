package dev.pipemark.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The libraries in the suite's jar, as the build resolved them: their versions, licences and days of release, and their own
 * jars with sizes.
 */
public final class Libraries {
    /** The library of a codec that needs only Java. */
    public static final String JDK = "jdk";

    /** A line of Maven's dependency tree. Maven puts an artifact in brackets if another line already lists it. */
    private static final Pattern LINE = Pattern.compile(
            "(?<indent> *)(?<omitted>\\()?(?<id>[\\w.-]+:(?<artifact>[\\w.-]+)):jar:(?:(?<classifier>[\\w.-]+):)?"
                    + "(?<version>[^:\\s]+):\\w+.*");

    /** The number of spaces for each level of the tree. */
    private static final int INDENT = 3;

    /** A line of the build's list of jars: a file name, the size in bytes, and the day of the newest entry if it is known. */
    private static final Pattern JAR = Pattern.compile("(\\S+\\.jar) : (\\d+)(?: : (\\d{4}-\\d\\d-\\d\\d))?");

    /** A line of the build's list of licences: a library, white space, and its licences in square brackets. */
    private static final Pattern LICENCES = Pattern.compile("(\\S+:\\S+)\\s+(\\[.+)");

    private static final Pattern LICENCE = Pattern.compile("\\[([^]]+)]");

    private Libraries() {}

    /**
     * A library of the suite.
     *
     * @param jar the file name of its jar
     * @param needs the ids of its direct dependencies at run time
     */
    private record Library(String version, String jar, Set<String> needs) {}

    /**
     * A jar.
     *
     * @param bytes its size
     * @param day the day of its newest entry, if it is known
     */
    private record Jar(long bytes, Optional<LocalDate> day) {}

    /** The lines of the dependency tree, read once. */
    private static final class Lines {
        static final List<String> OF_TREE = lines("libraries.txt");

        private Lines() {}
    }

    /** The dependency tree, read once. */
    private static final class Tree {
        static final Map<String, Library> LIBRARIES = resolved();

        private Tree() {}
    }

    /** The list of jars, read once. */
    private static final class Sizes {
        static final Map<String, Jar> JARS = jars();

        private Sizes() {}
    }

    /** Returns the version of each library by {@code groupId:artifactId}, sorted. */
    public static Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        Tree.LIBRARIES.forEach((id, library) -> versions.put(id, library.version()));
        return Collections.unmodifiableMap(versions);
    }

    /**
     * Returns the version of {@code groupId:artifactId}, the version of the running Java for {@code "jdk"}, or
     * {@code "unknown"} for a library that is not listed.
     */
    public static String version(String library) {
        if (library.equals(JDK)) {
            return System.getProperty("java.version", "unknown");
        }
        // Each worker asks for one version when it starts. To parse the whole tree would delay its start.
        String start = library + ":jar:";
        for (String line : Lines.OF_TREE) {
            Matcher found = LINE.matcher(line);
            if (line.strip().startsWith(start) && found.matches()) {
                return found.group("version");
            }
        }
        return "unknown";
    }

    /**
     * Returns the licences of each library by {@code groupId:artifactId}, as its POM or a parent of it states them. If a
     * library has several licences, a user may choose one of them. A library is left out if no POM states a licence.
     */
    public static Map<String, List<String>> licences() {
        Map<String, List<String>> licences = new TreeMap<>();
        for (String line : lines("licences.txt")) {
            Matcher library = LICENCES.matcher(line);
            if (library.matches()) {
                licences.put(
                        library.group(1),
                        LICENCE.matcher(library.group(2))
                                .results()
                                .map(found -> found.group(1))
                                .toList());
            }
        }
        return Collections.unmodifiableMap(licences);
    }

    /**
     * Returns the day of the newest entry in the jar of {@code groupId:artifactId}: the day on which the release was built.
     * Returns an empty value if the library is not listed, or if the day is not known. Many builds give all entries a
     * constant time.
     */
    public static Optional<LocalDate> released(String library) {
        Library known = Tree.LIBRARIES.get(library);
        Jar jar = known == null ? null : Sizes.JARS.get(known.jar());
        return jar == null ? Optional.empty() : jar.day();
    }

    /**
     * Returns the jars of some artifacts and of all their dependencies at run time, in the versions of the suite.
     * {@code "jdk"} has no jar.
     *
     * @param artifacts each as {@code groupId:artifactId}
     * @return the size of each jar in bytes by file name, sorted; or empty if one of the artifacts is not in the
     *     suite's list
     */
    public static Optional<Map<String, Long>> jars(Collection<String> artifacts) {
        Map<String, Long> jars = new TreeMap<>();
        for (String id : needs(artifacts)) {
            Library library = Tree.LIBRARIES.get(id);
            Jar jar = library == null ? null : Sizes.JARS.get(library.jar());
            if (library != null && jar != null) {
                jars.put(library.jar(), jar.bytes());
            } else if (!id.equals(JDK)) {
                return Optional.empty();
            }
        }
        return Optional.of(Collections.unmodifiableMap(jars));
    }

    /**
     * Returns these artifacts and all artifacts that they need at run time, in the versions of the suite. An artifact that
     * is not among the suite's libraries has no known needs.
     *
     * @param artifacts as {@code groupId:artifactId}
     */
    public static Set<String> needs(Collection<String> artifacts) {
        Set<String> needs = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(artifacts);
        while (!open.isEmpty()) {
            String id = open.pop();
            Library library = Tree.LIBRARIES.get(id);
            if (needs.add(id) && library != null) {
                open.addAll(library.needs());
            }
        }
        return Collections.unmodifiableSet(needs);
    }

    private static Map<String, Library> resolved() {
        Map<String, Library> libraries = new HashMap<>();
        Map<String, Set<String>> needs = new HashMap<>();
        List<String> path = new ArrayList<>();
        for (String line : Lines.OF_TREE) {
            Matcher found = LINE.matcher(line);
            if (found.matches()) {
                String id = found.group("id");
                int above = found.group("indent").length() / INDENT - 1;
                path.subList(above, path.size()).clear();
                if (above > 0) {
                    needs.computeIfAbsent(path.get(above - 1), parent -> new HashSet<>())
                            .add(id);
                }
                path.add(id);
                if (found.group("omitted") == null) {
                    String version = found.group("version");
                    String classifier = found.group("classifier");
                    String jar = found.group("artifact") + "-" + version + (classifier == null ? "" : "-" + classifier)
                            + ".jar";
                    libraries.put(id, new Library(version, jar, needs.computeIfAbsent(id, parent -> new HashSet<>())));
                }
            }
        }
        return Map.copyOf(libraries);
    }

    private static Map<String, Jar> jars() {
        Map<String, Jar> jars = new HashMap<>();
        for (String line : lines("jars.txt")) {
            Matcher jar = JAR.matcher(line);
            if (jar.matches()) {
                jars.put(
                        jar.group(1),
                        new Jar(
                                Long.parseLong(jar.group(2)),
                                Optional.ofNullable(jar.group(3)).map(LocalDate::parse)));
            }
        }
        return Map.copyOf(jars);
    }

    /** Returns the lines of a file that the build wrote. There are none if the file does not exist. */
    private static List<String> lines(String file) {
        try (InputStream in = Libraries.class.getResourceAsStream("/dev/pipemark/" + file)) {
            return in == null
                    ? List.of()
                    : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
