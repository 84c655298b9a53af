package dev.pipemark.capability;

import dev.pipemark.record.Reason;
import dev.pipemark.worker.WorkerProcess;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Describes objects by the text they print. */
public final class Texts {
    private static final int LONGEST = 4_000;
    private static final int DIGEST_BYTES = 8;

    private static final Pattern HASH_CODE = Pattern.compile("@[0-9a-f]{5,8}\\b");
    private static final Pattern HIDDEN_CLASS =
            Pattern.compile("\\$\\$Lambda(?:(?:\\$\\d+)?/(?:0x)?[0-9a-f]+|\\$\\d+)");

    /** The path of a worker's folder, with which the names of its files begin. */
    private static final Pattern WORKER_FOLDER = Pattern.compile("(?:/[^/\\s'\"]+)*/" + WorkerProcess.NAME + "\\d+/");

    private static final String WORKING_DIRECTORY = "(working directory)/";

    private Texts() {}

    /**
     * Returns the text of a scalar, or of a JDK object that prints its content. Empty if the elements or fields of the value
     * describe it.
     */
    static Optional<String> of(Object value) {
        if (value instanceof String || value instanceof Character) {
            return Optional.of(brief(escaped(value.toString())));
        }
        if (isPlain(value)) {
            return Optional.of(value.toString());
        }
        if (value instanceof BigDecimal decimal) {
            return Optional.of(decimal.stripTrailingZeros().toString());
        }
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name());
        }
        if (value instanceof Class<?> type) {
            return Optional.of(type.getTypeName());
        }
        if (value instanceof java.util.Date date) {
            return Optional.of(Long.toString(date.getTime()));
        }
        if (value instanceof java.util.Calendar calendar) {
            return Optional.of(
                    calendar.getTimeInMillis() + " " + calendar.getTimeZone().getID());
        }
        if (value instanceof java.util.TimeZone zone) {
            return Optional.of(zone.getID());
        }
        return Types.isJdk(value.getClass()) && !hasParts(value) && prints(value.getClass())
                ? Optional.of(brief(escaped(withoutIdentity(String.valueOf(value)))))
                : Optional.empty();
    }

    /** Whether a value is a primitive value in a box, but not a character. Its text is its whole content. */
    static boolean isPlain(@Nullable Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Boolean;
    }

    private static boolean hasParts(Object value) {
        return value.getClass().isArray()
                || value instanceof Collection<?>
                || value instanceof Map<?, ?>
                || value instanceof Map.Entry<?, ?>
                || value instanceof Optional<?>
                || value instanceof AtomicReference<?>
                || value instanceof Throwable;
    }

    private static boolean prints(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Shortens a long text to its beginning and a digest. */
    static String brief(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, 40) + "… (" + text.length() + " characters, " + digest(text) + ")";
    }

    /** Returns a reason as one line, without parts that differ between JVMs. */
    public static String line(String detail) {
        String own = WORKER_FOLDER.matcher(withoutIdentity(detail)).replaceAll(WORKING_DIRECTORY);
        return Reason.recorded(own.replace(Path.of("").toAbsolutePath() + "/", WORKING_DIRECTORY));
    }

    /** Returns the first 16 hexadecimal digits of the text's SHA-256. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE));
            return "SHA-256 " + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Removes the numbers that one JVM gives to its objects and hidden classes. */
    static String withoutIdentity(String text) {
        return HIDDEN_CLASS.matcher(HASH_CODE.matcher(text).replaceAll("@…")).replaceAll("\\$\\$Lambda");
    }

    /**
     * Replaces characters beyond ASCII by their numbers, so that lone surrogates and similar characters are distinct.
     */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c >= ' ' && c < 0x7f) {
                escaped.append(c);
            } else {
                escaped.append(String.format("\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }
}
