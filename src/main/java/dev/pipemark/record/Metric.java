package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonValue;

/** The numbers that a fork measures beside its score. The ids are those of {@code results.csv}. Each has one unit. */
public enum Metric {
    /** CPU time of the measuring process, per operation. */
    PARENT_CPU("parent-cpu", "ns/op"),
    /** CPU time of the worker process, per operation. */
    WORKER_CPU("worker-cpu", "ns/op"),
    /**
     * Heap bytes allocated per operation by the measuring thread, and by the threads of a pool that send and receive for
     * it.
     */
    PARENT_ALLOCATION("parent-allocation", "B/op"),
    /** Heap bytes allocated by the worker's serving thread, per operation. */
    WORKER_ALLOCATION("worker-allocation", "B/op"),
    /** Operations per second of CPU time, both processes together. */
    PER_CPU_SECOND("per-cpu-second", "ops/s"),
    /** The service time of single calls in a closed loop. */
    P50("p50", "ns"),
    P90("p90", "ns"),
    P99("p99", "ns"),
    P999("p99.9", "ns"),
    MAX("max", "ns"),
    /** The number of calls behind the percentiles. */
    SAMPLES("samples", "calls"),
    /** The share of the measured wall time in which the compiler ran. */
    PARENT_JIT("parent-jit", "%"),
    WORKER_JIT("worker-jit", "%"),
    /** The number of classes loaded during the measured part. */
    PARENT_CLASSES("parent-classes", "classes"),
    WORKER_CLASSES("worker-classes", "classes"),
    /** The time of garbage collections during the measured part. */
    PARENT_GC("parent-gc", "ms"),
    WORKER_GC("worker-gc", "ms"),
    /** The number of messages sent both ways before JMH's own warm-up. */
    WARM_MESSAGES("warm-messages", "messages"),
    /** The duration of that warm-up. */
    WARM_TIME("warm-time", "ms"),
    /** The largest resident set of the measuring process while forks took turns, shared pages included. */
    PARENT_RSS("parent-rss", "MiB"),
    /** The largest resident set of all its workers together while forks took turns, shared pages included. */
    WORKER_RSS("worker-rss", "MiB"),
    /** The mean size of a message, without its header. */
    MESSAGE_SIZE("message-size", "B"),
    /** The stages of one round trip, from {@code split}. */
    SPLIT_ENCODE("split-encode", "ns"),
    SPLIT_OUTWARD("split-outward", "ns"),
    SPLIT_DECODE("split-decode", "ns"),
    SPLIT_USE("split-use", "ns"),
    SPLIT_REPLY_ENCODE("split-reply-encode", "ns"),
    SPLIT_HOMEWARD("split-homeward", "ns"),
    SPLIT_REPLY_DECODE("split-reply-decode", "ns"),
    /** The time of a codec divided by that of its library called by hand, in alternating blocks of one process. */
    IN_TURNS("in-turns", "×"),
    /** The duration of these blocks, their warm-up included. */
    IN_TURNS_TIME("in-turns-time", "ms"),
    /** The wall time of the fork outside its warm-up, its iterations and its alternating blocks. */
    OVERHEAD("overhead", "s");

    private final String id;
    private final String unit;

    Metric(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    @JsonValue
    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }
}
