package dev.pipemark.record;

/**
 * What a report says of a probed value.
 *
 * @param group its kind, in words
 * @param summary what it is, in one line
 */
public record ValueFacts(String id, String group, String summary) {
    /** The group of payloads, of which several values are probed each. */
    public static final String PAYLOADS = "payloads";
}
