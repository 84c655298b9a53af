package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pipemark.api.Family;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a payload that a report shows.
 *
 * @param family its family in lower case
 * @param digest a digest of its values for some seeds, which does not depend on the measured codecs. Two runs with equal
 *     digests sent the same values. It is empty if there is none, as in runs from the time before it was recorded
 * @param making the time that it takes to make its values; {@code null} if it was not measured, as with the suite's payloads
 * @param carrying the times of codecs that carried its values in a probe; {@code null} if they were not measured
 */
public record PayloadFacts(
        String id,
        String family,
        String digest,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Making making,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Carrying carrying) {
    /** Makes the facts. The digest may be absent from a file. */
    public PayloadFacts(
            String id, String family, @Nullable String digest, @Nullable Making making, @Nullable Carrying carrying) {
        this.id = id;
        this.family = family;
        this.digest = digest == null ? "" : digest;
        this.making = making;
        this.carrying = carrying;
    }

    public PayloadFacts(String id, String family, @Nullable String digest) {
        this(id, family, digest, null, null);
    }

    public PayloadFacts(String id, String family) {
        this(id, family, "");
    }

    /** Returns whether the payload belongs to this family. */
    public boolean is(Family wanted) {
        return family.equals(wanted.label());
    }

    /** Returns the same facts with a digest of the values. */
    public PayloadFacts with(String values) {
        return new PayloadFacts(id, family, values, making, carrying);
    }

    /** Returns the same facts with the time that it takes to make values. */
    public PayloadFacts with(Making measured) {
        return new PayloadFacts(id, family, digest, measured, carrying);
    }

    /** Returns the same facts with the times of codecs that carried the values. */
    public PayloadFacts with(Carrying measured) {
        return new PayloadFacts(id, family, digest, making, measured);
    }
}
