package dev.pipemark.run;

import dev.pipemark.record.Metric;
import java.util.Map;

/** The observations of a fork's watcher. */
interface Course {
    /** Returns the observations. The fork must have ended. */
    Times times();

    /**
     * The observations of one fork.
     *
     * @param late whether it was killed after its deadline
     * @param waited the seconds that it waited for others
     * @param memory the memory that its processes held; empty if it was not read
     */
    record Times(boolean late, double waited, Map<Metric, Double> memory) {}
}
