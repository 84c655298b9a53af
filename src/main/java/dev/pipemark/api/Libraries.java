package dev.pipemark.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/** The libraries in the suite's jar, as the build resolved them: their versions, and their own jars with sizes. */
public final class Libraries {
    /** The library of a codec that needs only Java. */
    public static final String JDK = "jdk";

    /** A line of Maven's dependency tree. Maven puts an artifact in brackets if another line already lists it. */
    private static final Pattern LINE = Pattern.compile(
            "(?<indent> *)(?<omitted>\\()?(?<id>[\\w.-]+:(?<artifact>[\\w.-]+)):jar:(?:(?<classifier>[\\w.-]+):)?"
                    + "(?<version>[^:\\s]+):\\w+.*");

    /** The number of spaces for each level of the tree. */
    private static final int INDENT = 3;

    /** A line of the build's list of jars: a file name and the size in bytes. */
    private static final Pattern JAR = Pattern.compile("(\\S+\\.jar) : (\\d+)");

    private Libraries() {}

    /**
     * A library of the suite.
     *
     * @param jar the file name of its jar
     * @param needs the ids of its direct dependencies at run time
     */
    private record Library(String version, String jar, Set<String> needs) {}

    /** Returns the version of each library by {@code groupId:artifactId}, sorted. */
    public static Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        resolved().forEach((id, library) -> versions.put(id, library.version()));
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
        return all().getOrDefault(library, "unknown");
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
        Map<String, Library> libraries = resolved();
        Map<String, Long> sizes = sizes();
        Map<String, Long> jars = new TreeMap<>();
        for (String id : needs(artifacts)) {
            Library library = libraries.get(id);
            Long size = library == null ? null : sizes.get(library.jar());
            if (library != null && size != null) {
                jars.put(library.jar(), size);
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
        Map<String, Library> libraries = resolved();
        Set<String> needs = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(artifacts);
        while (!open.isEmpty()) {
            String id = open.pop();
            Library library = libraries.get(id);
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
        for (String line : lines("libraries.txt")) {
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
        return libraries;
    }

    private static Map<String, Long> sizes() {
        Map<String, Long> sizes = new HashMap<>();
        for (String line : lines("jars.txt")) {
            Matcher jar = JAR.matcher(line);
            if (jar.matches()) {
                sizes.put(jar.group(1), Long.valueOf(jar.group(2)));
            }
        }
        return sizes;
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
