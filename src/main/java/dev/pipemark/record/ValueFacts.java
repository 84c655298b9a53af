package dev.pipemark.record;

/**
 * The facts about a probed value that a report shows.
 *
 * @param group its kind, in words
 * @param summary its description, in one line
 */
public record ValueFacts(String id, String group, String summary) {
    /** The group of payloads. Several values of each payload are probed. */
    public static final String PAYLOADS = "payloads";
}
