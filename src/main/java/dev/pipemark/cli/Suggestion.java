package dev.pipemark.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a user probably meant. */
final class Suggestion {
    private Suggestion() {}

    /** Returns {@code "; did you mean 'x'?"} for the nearest known name, or an empty text if none is near. */
    static String phrase(String typed, Collection<String> known) {
        return nearest(typed, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** Returns the nearest known name, if it differs by at most a third of the typed length in edits. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Math.max(1, wanted.length() / 3) + 1;
        for (String name : known) {
            String lower = name.toLowerCase(Locale.ROOT);
            int distance = lower.startsWith(wanted) && wanted.length() > 2 ? 1 : distance(wanted, lower);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Returns the number of edits between two words. A swap of two neighbours counts as one (optimal string alignment).
     */
    static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(Math.min(edits[i - 1][j] + 1, edits[i][j - 1] + 1), edits[i - 1][j - 1] + cost);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
