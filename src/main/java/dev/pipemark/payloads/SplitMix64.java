package dev.pipemark.payloads;

/**
 * The SplitMix64 generator (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
 *
 * <p>The JDK does not specify how its generators draw bounded numbers, so a new Java version may change them. Two JVMs
 * must create the same value from the same seed, so the generator is implemented here.
 */
final class SplitMix64 {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        // Mixes the seed once. Otherwise seeds that differ by a multiple of GAMMA would share parts of their sequences.
        state = mix(seed);
    }

    /** Scrambles longs one to one: distinct inputs give distinct outputs. */
    static long mix(long input) {
        long z = (input ^ (input >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns the next 64 bits. The first call returns distinct bits for distinct seeds. */
    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** Returns a number from 0 (inclusive) to the positive bound (exclusive). */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Returns a number between the two bounds, both inclusive. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** Returns a multiple of 2<sup>-53</sup> from 0 (inclusive) to 1 (exclusive). */
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    /**
     * Returns an integer whose number of bits is uniform from 0 to 31. One in eight is negative. Most numbers in
     * programs are small, so formats that shorten small numbers should gain as much here as there.
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
