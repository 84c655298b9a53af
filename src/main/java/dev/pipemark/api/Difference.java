package dev.pipemark.api;

/**
 * The only difference between two codecs of one library: an option, a compression, or a module of the library.
 *
 * @param codec the id of the other codec, which does not have the feature
 * @param feature the feature in one or two words, such as {@code references}
 */
public record Difference(String codec, String feature) {}
