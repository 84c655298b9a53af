package dev.pipemark.record;

/**
 * The time that it takes to make values of a payload.
 *
 * @param seconds the time of one value, after the first ones
 * @param ring the number of values in a ring, as their size allows
 */
public record Making(double seconds, int ring) {
    /** The longest time in which a kept ring is filled, in seconds, unless it has the fewest values. */
    private static final double LONGEST = 1;

    /** The fewest values of a ring that is shortened. */
    private static final int FEWEST = 16;

    /** Returns the seconds in which a ring is filled. */
    public double fill() {
        return seconds * ring;
    }

    /**
     * Returns whether a fork keeps one ring for all its turns: filling it would take longer than the turn.
     *
     * @param turnMillis the length of a turn, in milliseconds
     */
    public boolean exceeds(long turnMillis) {
        return fill() * 1000 > turnMillis;
    }

    /**
     * Returns the number of values in a ring that is kept, a power of two. The ring is shorter if filling it would take longer
     * than a second: each fork fills it, and makes its values again to check them.
     */
    public int kept() {
        int made = Integer.highestOneBit((int) Math.max(1, Math.min(ring, LONGEST / seconds)));
        return Math.min(ring, Math.max(FEWEST, made));
    }
}
