package dev.pipemark.record;

import org.jspecify.annotations.Nullable;

/**
 * What became of a value on its way to a program in another language, or on its way back.
 *
 * @param outcome null if the value was not tried; the detail then says why
 * @param detail the library's own reason, or what differs; empty if exact
 */
public record Leg(@Nullable ValueOutcome outcome, String detail) {
    /** A value that was not tried. */
    public static Leg untried(String why) {
        return new Leg(null, why);
    }

    /** The outcome as files write it. Languages have types where Java has classes. */
    public String label() {
        if (outcome == null) {
            return "not tried";
        }
        return outcome == ValueOutcome.OTHER_CLASS ? "equal in another type" : outcome.label();
    }

    /** One or two characters for a table. */
    public String mark() {
        return outcome == null ? "?" : outcome.mark();
    }

    public boolean tried() {
        return outcome != null;
    }

    /** Whether the content is the one that was sent. */
    public boolean carries() {
        return outcome != null && outcome.carries();
    }

    /** Whether nothing arrived. */
    public boolean failed() {
        return outcome != null && !outcome.arrives();
    }

    public boolean is(ValueOutcome wanted) {
        return outcome == wanted;
    }

    /** Whether this is worse than another one. What was not tried is better than all else. */
    boolean worseThan(Leg other) {
        return outcome != null && (other.outcome == null || outcome.compareTo(other.outcome) > 0);
    }
}
