package dev.pipemark.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of the libraries in the suite's jar, as the build resolved them. */
public final class Libraries {
    private static final Pattern LINE =
            Pattern.compile("\\s*([\\w.-]+):([\\w.-]+):jar:(?:[\\w.-]+:)?([^:\\s]+):\\w+.*");

    private Libraries() {}

    /** Returns the versions by {@code groupId:artifactId}, sorted. */
    public static Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        try (InputStream list = Libraries.class.getResourceAsStream("/dev/pipemark/libraries.txt")) {
            if (list == null) {
                return Map.of();
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher library = LINE.matcher(line);
                if (library.matches()) {
                    versions.put(library.group(1) + ":" + library.group(2), library.group(3));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(versions);
    }

    /**
     * Returns the version of {@code groupId:artifactId}, the version of the running Java for {@code "jdk"}, or
     * {@code "unknown"} for a library that is not listed.
     */
    public static String version(String library) {
        if (library.equals("jdk")) {
            return System.getProperty("java.version", "unknown");
        }
        return all().getOrDefault(library, "unknown");
    }
}
