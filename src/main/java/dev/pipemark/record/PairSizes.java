package dev.pipemark.record;

/**
 * Encoded sizes of one pair over the ring of values, in bytes, without the frame's header.
 *
 * @param values how many values were encoded
 * @param deflate mean size after deflate level 6, each message by itself
 * @param zstd mean size after zstd level 3, each message by itself
 */
public record PairSizes(
        String codec, String payload, int values, double mean, long min, long max, double deflate, double zstd) {}
