package dev.pipemark.record;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fork knows and JMH does not carry; the fork writes it as one {@link NoteFile} to the path it is given.
 *
 * @param metrics values by {@link Metric}
 * @param facts placement, flags, versions and the like, by name
 */
public record ForkNote(Map<Metric, Double> metrics, Map<String, String> facts) {
    /** The fact that says how the warm-up ended: {@link #RESTED}, {@link #QUIET} or {@link #AT_WORK}. */
    public static final String WARM_UP = "warm-up";

    /** The fact that names the threads for which JMH waited in vain when everything was measured. */
    public static final String THREADS_LEFT = "threads-left";

    /** The fact of a fork that failed since a value arrived different, or did not arrive, when it was checked again. */
    public static final String WRONG_VALUE = "wrong value";

    /** The fact that says how many values were checked again behind the measured part. */
    public static final String CHECKED_AGAIN = "checked again";

    /** The fact that names the worker: its process, and what it runs on. */
    public static final String WORKER = "worker";

    public static final String RESTED = "the compilers had come to rest";
    public static final String QUIET = "the compilers did nothing, for fewer messages than would tell that they rest";
    public static final String AT_WORK = "the compilers were still at work";

    /** How many threads called the benchmark at once. */
    public static final String THREADS = "threads";

    /** How many of these each method of a group had, and with which times the group was repeated. */
    public static final String GROUPS = "thread groups";

    /** How many forks were planned, where that is known of each cell; 0 where the runner's own process was measured. */
    public static final String FORKS = "forks";

    public static final ForkNote EMPTY = new ForkNote(Map.of(), Map.of());

    public ForkNote {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** The same with more metrics. */
    public ForkNote with(Map<Metric, Double> more) {
        Map<Metric, Double> all = new TreeMap<>(metrics);
        all.putAll(more);
        return new ForkNote(all, facts);
    }
}
