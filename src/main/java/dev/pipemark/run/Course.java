package dev.pipemark.run;

import dev.pipemark.record.Metric;
import java.util.Map;

/** How a fork came to its end, as its watcher knows. */
interface Course {
    /** Asked once the fork has ended. */
    Times times();

    /**
     * @param late whether it was killed for being late
     * @param waited seconds that it waited for others
     * @param memory that its processes held, where that was looked at
     */
    record Times(boolean late, double waited, Map<Metric, Double> memory) {}
}
