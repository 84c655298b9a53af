package dev.pipemark.record;

import java.util.Locale;

/**
 * What happened when one codec carried one payload to another process and back.
 *
 * @param verdict {@link Fate#EXACT}, or how it failed
 * @param detail the library's own reason, or what differed; empty when exact
 */
public record PairCheck(String codec, String payload, Fate verdict, String detail) {
    /** How a pair fared. */
    public enum Fate {
        /** What arrived is what was sent, and the reply is what was returned. */
        EXACT,
        /** It arrived, as something else. */
        DIFFERENT,
        /** The payload could not make or compare a value, or not make it twice alike; no codec is at fault. */
        PAYLOAD_FAULT,
        /** The workers' heap was too small for the payload's values: a limit of the suite's, and no fault of the payload's. */
        OUT_OF_MEMORY,
        /** The codec says beforehand that it does not carry the shape. */
        UNSUPPORTED,
        REFUSED_ON_ENCODE,
        REFUSED_ON_DECODE,
        /** No answer before the deadline. */
        HANG,
        /** The process died, twice. */
        DIED
    }

    public boolean exact() {
        return verdict == Fate.EXACT;
    }

    /** Whether the payload is at fault, and no codec. */
    public boolean payloadFault() {
        return verdict == Fate.PAYLOAD_FAULT;
    }

    /** The outcome of a cell of this pair that is not exact. */
    public Outcome.Unsupported outcome() {
        String how = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Outcome.Unsupported(how + ": " + detail, verdict == Fate.DIFFERENT);
    }
}
