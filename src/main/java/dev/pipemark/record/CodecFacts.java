package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pipemark.api.Badge;
import dev.pipemark.api.Difference;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a codec that a report shows beside its numbers.
 *
 * @param badge its badge in words, such as {@code hand-written}
 * @param jars the size of each jar that it brings, in bytes by file name; empty if it needs only Java, {@code null} if
 *     the sizes are not known
 * @param differsFrom the codec of the same library from which it differs in one feature; {@code null} if there is none
 */
public record CodecFacts(
        String id,
        String badge,
        String givesUp,
        String library,
        String version,
        boolean safeForUntrustedBytes,
        @Nullable Map<String, Long> jars,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Difference differsFrom) {
    public CodecFacts {
        jars = jars == null ? null : Collections.unmodifiableMap(new TreeMap<>(jars));
    }

    /** Makes the facts of a codec that is not paired with another one. */
    public CodecFacts(
            String id,
            String badge,
            String givesUp,
            String library,
            String version,
            boolean safeForUntrustedBytes,
            @Nullable Map<String, Long> jars) {
        this(id, badge, givesUp, library, version, safeForUntrustedBytes, jars, null);
    }

    /** Makes the facts of a codec whose jars are not known. */
    public CodecFacts(
            String id, String badge, String givesUp, String library, String version, boolean safeForUntrustedBytes) {
        this(id, badge, givesUp, library, version, safeForUntrustedBytes, null);
    }

    /** Returns whether the codec is a control, which nobody would choose. */
    public boolean control() {
        return is(Badge.CONTROL);
    }

    /** Returns whether the codec has this badge. */
    public boolean is(Badge wanted) {
        return badge.equals(wanted.label());
    }

    /** Returns the facts of the same codec in an arm. It then differs from the other codec in the same arm. */
    public CodecFacts in(Arm arm) {
        return new CodecFacts(
                arm.codec(id),
                badge,
                givesUp,
                library,
                arm.libraries().getOrDefault(library, version),
                safeForUntrustedBytes,
                arm.jars().isEmpty() ? jars : null,
                differsFrom == null ? null : new Difference(arm.codec(differsFrom.codec()), differsFrom.feature()));
    }

    /** Returns the size of its jars in bytes; empty if it is not known. */
    public OptionalLong jarBytes() {
        return jars == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                        jars.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Returns the same facts with another version. */
    public CodecFacts version(String other) {
        return new CodecFacts(id, badge, givesUp, library, other, safeForUntrustedBytes, jars, differsFrom);
    }

    /** Returns the same facts with other jars. */
    public CodecFacts jars(@Nullable Map<String, Long> others) {
        return new CodecFacts(id, badge, givesUp, library, version, safeForUntrustedBytes, others, differsFrom);
    }
}
