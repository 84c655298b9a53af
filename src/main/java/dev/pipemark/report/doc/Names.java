package dev.pipemark.report.doc;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Reason;
import dev.pipemark.stats.Estimate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Words for tables and sentences: codecs, reasons, counts, times. */
public final class Names {
    /** Marks codecs that must not read untrusted bytes. */
    static final String UNSAFE = "⚠";

    /** What a codec without {@code safeForUntrustedBytes} must never do, and why. */
    public static final String UNSAFE_REASON =
            "must never read untrusted bytes. Such bytes choose classes to instantiate, or the library does not limit"
                    + " their effect.";

    public static final String UNSAFE_LEGEND = UNSAFE + " " + UNSAFE_REASON;

    private static final int REASON_LENGTH = 240;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Names() {}

    public static String codec(CodecFacts codec, String extras) {
        return codec.id()
                + (codec.safeForUntrustedBytes() ? "" : " " + UNSAFE)
                + (extras.isEmpty() ? "" : " " + extras);
    }

    /** Returns the legend of the mark if one of the codecs has it. */
    public static List<String> legend(Collection<CodecFacts> codecs) {
        return codecs.stream().allMatch(CodecFacts::safeForUntrustedBytes) ? List.of() : List.of(UNSAFE_LEGEND);
    }

    /** Returns the jars that a codec brings: {@code 612 kB: kryo-5.6.2.jar 550 kB, minlog-1.3.1.jar 62 kB}. */
    public static String jars(CodecFacts codec) {
        Map<String, Long> jars = codec.jars();
        if (jars == null) {
            return "jars of unknown size";
        }
        return jars.isEmpty()
                ? "no jar"
                : size(codec.jarBytes().orElseThrow())
                        + jars.entrySet().stream()
                                .map(jar -> jar.getKey() + " " + size(jar.getValue()))
                                .collect(Collectors.joining(", ", ": ", ""));
    }

    /** Returns the size of files: {@code 0 kB}, {@code 412 kB}, {@code 4.9 MB}. A kilobyte has a thousand bytes. */
    public static String size(long bytes) {
        return bytes < 999_500 ? Math.round(bytes / 1e3) + " kB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** Shortens a reason to one line of a table. CSV files have the whole reason. */
    public static String brief(String reason) {
        return Reason.shown(reason, REASON_LENGTH);
    }

    /** Capitalizes the first letter. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns a ratio: {@code × 1.3 [1.1, 1.5]}. */
    public static String times(Estimate ratio) {
        return "× " + Scale.RATIO.value(ratio).words();
    }

    /** Returns a count: {@code 1 cell}, {@code 5 cells}. */
    public static String count(long count, String one) {
        return count == 1 ? "1 " + one : String.format(Locale.ROOT, "%,d %ss", count, one);
    }

    /** Returns a fraction in per cent, with two digits: {@code 3.2 %}. */
    public static String percent(double fraction) {
        return Double.isNaN(fraction) ? "an unknown share" : Scale.significant(100 * fraction, 2) + " %";
    }

    /** Returns a time: {@code 48 s}, {@code 4 min 40 s}, {@code 1 h 5 min}. */
    public static String duration(double seconds) {
        if (Double.isNaN(seconds)) {
            return "an unknown time";
        }
        long all = Math.round(seconds);
        if (all < 60) {
            return all + " s";
        }
        if (all < 3600) {
            return all / 60 + " min" + (all % 60 == 0 ? "" : " " + all % 60 + " s");
        }
        long minutes = Math.round(seconds / 60);
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** Returns a date and time of day, in UTC. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** Returns an enumeration: {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
