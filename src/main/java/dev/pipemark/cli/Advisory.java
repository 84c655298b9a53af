package dev.pipemark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A published weakness of a library, or the fact that none was found. The list is kept by hand, in {@code
 * library-advisories.csv}. A library without a line was not looked up.
 *
 * @param artifact the library, as {@code groupId:artifactId}
 * @param id its number in a public list, or {@value #NONE}
 * @param fixed the first version without the weakness in the release line of the suite's version; empty if none is known
 * @param link the page that states the fixed version, or empty if none was found
 * @param about a short description, or empty. If none was found, the day of the search
 */
record Advisory(String artifact, String id, String fixed, String link, String about) {
    private static final String FILE = "/dev/pipemark/library-advisories.csv";
    private static final int FIELDS = 5;

    /** The value of {@code id} if a search found no weakness. */
    private static final String NONE = "none";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Returns all known advisories. */
    static List<Advisory> known() {
        try (Reader file = new InputStreamReader(
                        Objects.requireNonNull(Advisory.class.getResourceAsStream(FILE), FILE),
                        StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(file)) {
            return lines.lines()
                    .skip(1)
                    // Only the last field may contain a comma.
                    .map(line -> line.split(",", FIELDS))
                    .map(field -> new Advisory(field[0], field[1], field[2], field[3], field[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether a search found no weakness of the library. */
    boolean none() {
        return id.equals(NONE);
    }

    /** Returns whether a version of the library has the weakness. All versions have it if no fixed version is known. */
    boolean affects(String version) {
        if (none()) {
            return false;
        }
        if (fixed.isEmpty()) {
            return true;
        }
        List<Integer> numbers = numbers(version);
        List<Integer> enough = numbers(fixed);
        for (int at = 0; at < Math.max(numbers.size(), enough.size()); at++) {
            int own = at < numbers.size() ? numbers.get(at) : 0;
            int wanted = at < enough.size() ? enough.get(at) : 0;
            if (own != wanted) {
                return own < wanted;
            }
        }
        return false;
    }

    /** Returns the advisory in words, and whether it affects a version. */
    String told(String version) {
        String name = artifact.substring(artifact.indexOf(':') + 1);
        if (none()) {
            return "no advisory for " + name + " was found on " + about;
        }
        return id + ", " + name
                + (fixed.isEmpty() ? ", no fixed version is known" : " before " + fixed)
                + (about.isEmpty() ? "" : ": " + about)
                + "; " + version + (affects(version) ? " is affected" : " is not affected");
    }

    private static List<Integer> numbers(String version) {
        return NUMBER.matcher(version)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
    }
}
