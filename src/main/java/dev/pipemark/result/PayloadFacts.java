package dev.pipemark.result;

/**
 * What a report says of a payload.
 *
 * @param family its family in lower case
 */
public record PayloadFacts(String id, String family) {}
