package dev.pipemark.run;

/** How a fork came to its end, as its watcher knows. */
interface Course {
    /** Asked once the fork has ended. */
    Times times();

    /**
     * @param late whether it was killed for being late
     * @param waited seconds that it waited for others
     */
    record Times(boolean late, double waited) {}
}
