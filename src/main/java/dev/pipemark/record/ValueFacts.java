package dev.pipemark.record;

/**
 * What a report says of a probed value.
 *
 * @param group its kind, in words
 * @param summary what it is, in one line
 */
public record ValueFacts(String id, String group, String summary) {}
