package dev.pipemark.record;

import dev.pipemark.api.Family;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of a payload.
 *
 * @param family its family in lower case
 * @param digest of its values for some seeds, whatever codecs are measured: two runs sent the same values when theirs are
 *     equal; empty where there is none, as in runs from before it was recorded
 */
public record PayloadFacts(String id, String family, String digest) {
    /** The digest may be absent from a file. */
    public PayloadFacts(String id, String family, @Nullable String digest) {
        this.id = id;
        this.family = family;
        this.digest = digest == null ? "" : digest;
    }

    public PayloadFacts(String id, String family) {
        this(id, family, "");
    }

    /** Whether it is of this family. */
    public boolean is(Family wanted) {
        return family.equals(wanted.label());
    }

    /** The same payload with a digest of its values. */
    public PayloadFacts with(String values) {
        return new PayloadFacts(id, family, values);
    }
}
