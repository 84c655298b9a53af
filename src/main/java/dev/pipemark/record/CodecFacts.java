package dev.pipemark.record;

/**
 * What a report says of a codec beside its numbers.
 *
 * @param badge its badge in words, {@code hand-written}
 */
public record CodecFacts(
        String id, String badge, String givesUp, String library, String version, boolean safeForUntrustedBytes) {
    /** What others are compared with, and nobody's choice. */
    public boolean control() {
        return badge.equals("control");
    }
}
