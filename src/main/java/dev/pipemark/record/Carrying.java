package dev.pipemark.record;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The times that the probe measured while codecs carried values of a payload. The probe's workers have just started, as forks
 * have.
 *
 * @param comparing the time to compare a value with the one that arrived, in seconds, after the first ones
 * @param coders the times of each codec that carried the values, by its id
 */
public record Carrying(double comparing, Map<String, Coder> coders) {
    private static final Coder UNKNOWN = new Coder(0, 0);

    public Carrying {
        coders = Collections.unmodifiableMap(new TreeMap<>(coders));
    }

    /**
     * The times of one codec.
     *
     * @param opening the time in which one process opens a coder and encodes or decodes its first value, in seconds. It is long
     *     if the library generates code for each class
     * @param message the time to encode and to decode one value, in seconds, after the first one
     */
    public record Coder(double opening, double message) {}

    /** Returns the times of a codec, or zeros if they were not measured. */
    public Coder of(String codec) {
        return coders.getOrDefault(codec, UNKNOWN);
    }
}
