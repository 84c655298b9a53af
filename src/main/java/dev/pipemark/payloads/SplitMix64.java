package dev.pipemark.payloads;

/**
 * The SplitMix64 generator (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
 *
 * <p>Written out because the JDK does not fix how its own generators draw bounded numbers from one Java version to the
 * next, and two JVMs have to make the same value of the same seed.
 */
final class SplitMix64 {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        // Mixed once, so that the sequences of seeds that lie a multiple of GAMMA apart do not overlap.
        state = mix(seed);
    }

    /** A one-to-one scrambling of all longs: distinct for distinct inputs. */
    static long mix(long input) {
        long z = (input ^ (input >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The next 64 bits; the first are distinct for distinct seeds. */
    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** From 0 to below the bound, which is positive. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** From 0 to below 1, a multiple of 2<sup>-53</sup>. */
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    /**
     * An integer whose number of bits is uniform from 0 to 31, one in eight negative: most numbers in programs are small,
     * and formats that shorten small numbers should gain here what they gain there.
     */
    int magnitude() {
        int bits = below(32);
        int absolute = (int) (next() >>> 33) & (int) ((1L << bits) - 1);
        return below(8) == 0 ? -absolute : absolute;
    }

    boolean chance(int oneIn) {
        return below(oneIn) == 0;
    }

    <T> T oneOf(T[] choices) {
        return choices[below(choices.length)];
    }
}
