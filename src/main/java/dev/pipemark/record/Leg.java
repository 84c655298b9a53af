package dev.pipemark.record;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of sending a value one way: to a program in another language, or back.
 *
 * @param outcome the outcome, or {@code null} if the value was not tried. The detail then has the reason.
 * @param detail the library's own reason, or the difference; empty if the value is exact
 */
public record Leg(@Nullable ValueOutcome outcome, String detail) {
    /** Returns the leg of a value that was not tried. */
    public static Leg untried(String why) {
        return new Leg(null, why);
    }

    /** Returns the outcome as files print it. They say "type" and not "class", because not every language has classes. */
    public String label() {
        if (outcome == null) {
            return "not tried";
        }
        return outcome == ValueOutcome.OTHER_CLASS ? "equal in another type" : outcome.label();
    }

    /** Returns one or two characters for a table. */
    public String mark() {
        return outcome == null ? "?" : outcome.mark();
    }

    public boolean tried() {
        return outcome != null;
    }

    /** Returns whether the content arrived as sent. */
    public boolean carries() {
        return outcome != null && outcome.carries();
    }

    /** Returns whether nothing arrived. */
    public boolean failed() {
        return outcome != null && !outcome.arrives();
    }

    public boolean is(ValueOutcome wanted) {
        return outcome == wanted;
    }

    /** Returns whether this leg is worse than another. A leg that was not tried is better than every other. */
    boolean worseThan(Leg other) {
        return outcome != null && (other.outcome == null || outcome.compareTo(other.outcome) > 0);
    }
}
