package dev.pipemark.record;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The facts of a fork that JMH's result does not carry. The fork writes them as one {@link NoteFile} to a given path.
 *
 * @param metrics values by {@link Metric}
 * @param facts placement, flags, versions and the like, by name
 */
public record ForkNote(Map<Metric, Double> metrics, Map<String, String> facts) {
    /** The fact that states how the warm-up ended: {@link #RESTED}, {@link #QUIET} or {@link #AT_WORK}. */
    public static final String WARM_UP = "warm-up";

    /** The fact that names the threads that still ran after the measurement. JMH waited for them, and they did not end. */
    public static final String THREADS_LEFT = "threads-left";

    /** The fact of a fork in which a value was checked again and arrived different, or did not arrive. */
    public static final String WRONG_VALUE = "wrong value";

    /** The fact with the number of values that were checked again after the measured part. */
    public static final String CHECKED_AGAIN = "checked again";

    /** The fact that names the worker: its process and its runtime. */
    public static final String WORKER = "worker";

    public static final String RESTED = "the compilers had finished";
    public static final String QUIET =
            "the compilers did nothing, but too few messages were sent to show that they had finished";
    public static final String AT_WORK = "the compilers were still at work";

    /** The fact with the number of threads that called the benchmark at once. */
    public static final String THREADS = "threads";

    /** The fact with the threads of each method of a group. */
    public static final String GROUPS = "thread groups";

    /**
     * The fact with the number of planned forks, if each cell has its own; 0 if the runner's own process was measured.
     */
    public static final String FORKS = "forks";

    public static final ForkNote EMPTY = new ForkNote(Map.of(), Map.of());

    public ForkNote {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** Returns the same note with more metrics. */
    public ForkNote with(Map<Metric, Double> more) {
        Map<Metric, Double> all = new TreeMap<>(metrics);
        all.putAll(more);
        return new ForkNote(all, facts);
    }
}
