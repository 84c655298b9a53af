package dev.pipemark.worker;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Describes in one line how the received value differs from the sent value. */
final class Difference {
    private static final int SHOWN = 60;

    private Difference() {}

    static String between(@Nullable Object sent, @Nullable Object arrived) {
        String was = classOf(sent);
        String is = classOf(arrived);
        if (!was.equals(is)) {
            return "a " + was + " was sent and a " + is + " arrived";
        }
        String left = text(sent);
        String right = text(arrived);
        if (left.equals(right)) {
            return "the received " + was + " differs from the sent one, although both print the same" + equality(sent);
        }
        int at = at(left, right);
        return "a " + was + " was sent as " + excerpt(left, at) + " and arrived as " + excerpt(right, at)
                + equality(sent);
    }

    /** Describes how a value differs from the value created again from the same seed. */
    static String twice(Object first, Object again) {
        String was = classOf(first);
        String left = text(first);
        String right = text(again);
        String made = !was.equals(classOf(again))
                ? "a " + was + " and then a " + classOf(again)
                : left.equals(right)
                        ? "two different values of " + was + " that print the same"
                        : "a " + was + " that prints as " + excerpt(left, at(left, right)) + " and then as "
                                + excerpt(right, at(left, right));
        return made + equality(first);
    }

    private static String equality(@Nullable Object value) {
        return value == null || ownEquals(value) ? "" : "; " + classOf(value) + " has no equals of its own";
    }

    private static boolean ownEquals(Object value) {
        try {
            return value.getClass().getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static int at(String left, String right) {
        return Math.max(0, Arrays.mismatch(left.toCharArray(), right.toCharArray()) - SHOWN / 2);
    }

    private static String classOf(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getTypeName();
    }

    private static String text(@Nullable Object value) {
        try {
            return value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
        } catch (RuntimeException | StackOverflowError e) {
            return "(not printable: " + e.getClass().getSimpleName() + ")";
        }
    }

    private static String excerpt(String text, int at) {
        int from = Math.min(at, text.length());
        int to = Math.min(text.length(), from + SHOWN);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
