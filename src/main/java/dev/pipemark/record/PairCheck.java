package dev.pipemark.record;

import java.util.Locale;

/**
 * The trial of one codec with one payload: to another process and back.
 *
 * @param verdict {@link Fate#EXACT}, or the way in which it failed
 * @param detail the library's own reason, or the difference; empty if exact
 */
public record PairCheck(String codec, String payload, Fate verdict, String detail) {
    /** The result of the trial of a pair. */
    public enum Fate {
        /** The values arrived unchanged, in both directions. */
        EXACT,
        /** A value arrived as something else. */
        DIFFERENT,
        /** The payload could not make or compare a value, or did not make the same value twice. No codec is at fault. */
        PAYLOAD_FAULT,
        /**
         * The workers' heap was too small for the payload's values. This is a limit of the suite, and not a fault of
         * the payload.
         */
        OUT_OF_MEMORY,
        /** The codec said beforehand that it does not carry the shape. */
        UNSUPPORTED,
        REFUSED_ON_ENCODE,
        REFUSED_ON_DECODE,
        /** There was no answer before the deadline. */
        HANG,
        /** The process died, twice. */
        DIED
    }

    public boolean exact() {
        return verdict == Fate.EXACT;
    }

    /** Returns whether the payload is at fault, and no codec. */
    public boolean payloadFault() {
        return verdict == Fate.PAYLOAD_FAULT;
    }

    /** Returns the outcome of the cells of a pair that is not exact. */
    public Outcome.Unsupported outcome() {
        String how = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Outcome.Unsupported(how + ": " + detail, verdict == Fate.DIFFERENT);
    }
}
