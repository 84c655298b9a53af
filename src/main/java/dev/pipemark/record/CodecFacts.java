package dev.pipemark.record;

import dev.pipemark.api.Badge;

/**
 * What a report says of a codec beside its numbers.
 *
 * @param badge its badge in words, {@code hand-written}
 */
public record CodecFacts(
        String id, String badge, String givesUp, String library, String version, boolean safeForUntrustedBytes) {
    /** What others are compared with, and nobody's choice. */
    public boolean control() {
        return is(Badge.CONTROL);
    }

    /** Whether it has this badge. */
    public boolean is(Badge wanted) {
        return badge.equals(wanted.label());
    }

    /** The same codec in an arm. */
    public CodecFacts in(Arm arm) {
        return new CodecFacts(
                arm.codec(id),
                badge,
                givesUp,
                library,
                arm.libraries().getOrDefault(library, version),
                safeForUntrustedBytes);
    }

    /** The same of another version. */
    public CodecFacts version(String other) {
        return new CodecFacts(id, badge, givesUp, library, other, safeForUntrustedBytes);
    }
}
