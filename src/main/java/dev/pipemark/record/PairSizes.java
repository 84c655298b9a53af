package dev.pipemark.record;

/**
 * Encoded sizes of one pair over the ring of values, in bytes, without the frame's header.
 *
 * @param values the number of encoded values
 * @param deflate the mean size after deflate at level 6, each message by itself
 * @param zstd the mean size after zstd at level 3, each message by itself
 */
public record PairSizes(
        String codec, String payload, int values, double mean, long min, long max, double deflate, double zstd) {}
