package dev.pipemark.record;

import dev.pipemark.api.Badge;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of a codec beside its numbers.
 *
 * @param badge its badge in words, {@code hand-written}
 * @param jars bytes of each jar that it brings, by file name; empty if it needs Java alone; null if they are not known
 */
public record CodecFacts(
        String id,
        String badge,
        String givesUp,
        String library,
        String version,
        boolean safeForUntrustedBytes,
        @Nullable Map<String, Long> jars) {
    public CodecFacts {
        jars = jars == null ? null : Collections.unmodifiableMap(new TreeMap<>(jars));
    }

    /** A codec whose jars are not known. */
    public CodecFacts(
            String id, String badge, String givesUp, String library, String version, boolean safeForUntrustedBytes) {
        this(id, badge, givesUp, library, version, safeForUntrustedBytes, null);
    }

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
                safeForUntrustedBytes,
                arm.jars().isEmpty() ? jars : null);
    }

    /** The size of its jars in bytes; empty if they are not known. */
    public OptionalLong jarBytes() {
        return jars == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                        jars.values().stream().mapToLong(Long::longValue).sum());
    }

    /** The same of another version. */
    public CodecFacts version(String other) {
        return new CodecFacts(id, badge, givesUp, library, other, safeForUntrustedBytes, jars);
    }

    /** The same with other jars. */
    public CodecFacts jars(@Nullable Map<String, Long> others) {
        return new CodecFacts(id, badge, givesUp, library, version, safeForUntrustedBytes, others);
    }
}
