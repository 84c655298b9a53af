package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a fork measures beside its score. Ids are those of {@code results.csv}; each has one unit. */
public enum Metric {
    /** CPU time of the measuring process, per operation. */
    PARENT_CPU("parent-cpu", "ns/op"),
    /** CPU time of the worker process, per operation. */
    WORKER_CPU("worker-cpu", "ns/op"),
    /** Heap bytes allocated by the measuring thread, and by those of a pool that send and receive for it, per operation. */
    PARENT_ALLOCATION("parent-allocation", "B/op"),
    /** Heap bytes allocated by the worker's serving thread, per operation. */
    WORKER_ALLOCATION("worker-allocation", "B/op"),
    /** Operations per second of CPU time of both processes together. */
    PER_CPU_SECOND("per-cpu-second", "ops/s"),
    /** Service time of single calls in a closed loop. */
    P50("p50", "ns"),
    P90("p90", "ns"),
    P99("p99", "ns"),
    P999("p99.9", "ns"),
    MAX("max", "ns"),
    /** Calls behind the percentiles. */
    SAMPLES("samples", "calls"),
    /** Share of the measured wall time in which the compiler ran. */
    PARENT_JIT("parent-jit", "%"),
    WORKER_JIT("worker-jit", "%"),
    /** Classes loaded during the measured part. */
    PARENT_CLASSES("parent-classes", "classes"),
    WORKER_CLASSES("worker-classes", "classes"),
    /** Time spent in garbage collection during the measured part. */
    PARENT_GC("parent-gc", "ms"),
    WORKER_GC("worker-gc", "ms"),
    /** Messages sent both ways before JMH's own warm-up. */
    WARM_MESSAGES("warm-messages", "messages"),
    /** Duration of that. */
    WARM_TIME("warm-time", "ms"),
    /** Memory that the measuring process held at most while forks took turns: its resident set, shared pages included. */
    PARENT_RSS("parent-rss", "MiB"),
    /** The same of its workers, together. */
    WORKER_RSS("worker-rss", "MiB"),
    /** Mean size of a message, without its header. */
    MESSAGE_SIZE("message-size", "B"),
    /** The stages of one round trip, from {@code split}. */
    SPLIT_ENCODE("split-encode", "ns"),
    SPLIT_OUTWARD("split-outward", "ns"),
    SPLIT_DECODE("split-decode", "ns"),
    SPLIT_USE("split-use", "ns"),
    SPLIT_REPLY_ENCODE("split-reply-encode", "ns"),
    SPLIT_HOMEWARD("split-homeward", "ns"),
    SPLIT_REPLY_DECODE("split-reply-decode", "ns"),
    /** The time of a codec over that of its library called by hand, block by block in one process. */
    IN_TURNS("in-turns", "×"),
    /** Duration of that, its warm-up included. */
    IN_TURNS_TIME("in-turns-time", "ms"),
    /** Wall time of the fork outside its warm-up and iterations, and what it did in turns. */
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
