package dev.pipemark.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The flags of fork and worker, which are the same in both. Heap and collector are explicit, so that they do not depend
 * on the number of processors that a pinned JVM sees. The young generation is small, so that the warm-up fills it
 * several times. The first pass through the young generation causes a page fault for each page. With a large one, this
 * pass would not end before the measurement.
 */
public final class JvmFlags {
    private static final List<String> DEFAULTS =
            List.of("-XX:+UseG1GC", "-Xms1g", "-Xmx1g", "-Xmn64m", "-XX:G1HeapRegionSize=8m");
    /** Other ways to size the young generation. */
    private static final List<String> YOUNG =
            List.of("-XX:NewSize", "-XX:MaxNewSize", "-XX:NewRatio", "-XX:G1NewSizePercent", "-XX:G1MaxNewSizePercent");

    private static final Pattern MAXIMUM = Pattern.compile("-(?:Xmx|XX:MaxHeapSize=)(\\d{1,9})([kmgKMG]?)");
    private static final long SMALL_BYTES = 256L << 20;
    /**
     * Allows Kryo and Fory to use sun.misc.Unsafe. Java 17 does not start with this flag, and Java 24 warns without it.
     */
    private static final String ALLOW_UNSAFE = "--sun-misc-unsafe-memory-access=allow";

    private JvmFlags() {}

    /**
     * Returns the flags for one Java version, without those that the user's flags replace.
     *
     * @param feature the feature version of the Java that will run, such as 17 or 25
     * @param user the user's flags, before or after these
     */
    public static List<String> defaults(int feature, List<String> user) {
        boolean collector = user.stream().anyMatch(flag -> flag.matches("-XX:\\+Use\\w*GC"));
        List<String> flags = new ArrayList<>();
        for (String flag : DEFAULTS) {
            boolean replaced = flag.contains("G1")
                    ? collector || flag.contains("=") && has(user, flag.substring(0, flag.indexOf('=')))
                    : has(user, flag.substring(0, 4))
                            || flag.startsWith("-Xmx") && has(user, "-XX:MaxHeapSize")
                            || flag.startsWith("-Xmn")
                                    && (YOUNG.stream().anyMatch(sized -> has(user, sized)) || small(user));
            if (!replaced) {
                flags.add(flag);
            }
        }
        if (has(user, "-Xmx") || has(user, "-XX:MaxHeapSize") || has(user, "-XX:InitialHeapSize")) {
            // A smaller maximum than the default's initial size would not start.
            flags.remove("-Xms1g");
        }
        if (feature >= 24 && !has(user, "--sun-misc-unsafe-memory-access")) {
            flags.add(ALLOW_UNSAFE);
        }
        return flags;
    }

    /** Returns whether the user's heap is so small that our young generation would take too much of it. */
    private static boolean small(List<String> user) {
        return user.stream()
                .map(MAXIMUM::matcher)
                .filter(Matcher::matches)
                .anyMatch(size -> (Long.parseLong(size.group(1)) << shift(size.group(2))) < SMALL_BYTES);
    }

    private static int shift(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
    }

    private static boolean has(List<String> flags, String start) {
        return flags.stream().anyMatch(flag -> flag.startsWith(start));
    }
}
