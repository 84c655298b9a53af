package dev.pipemark.bench;

import dev.pipemark.worker.Usage;

/**
 * Runs the measured code before JMH does. It ends when the compilers of both processes are at rest, or when its time is
 * over. A codec needs between half a second and ten seconds. The time depends on the amount of its code, so a fixed number
 * of messages would be too many for one codec and too few for another.
 *
 * <p>The warm-up sends messages in short bursts, with pauses between them. Two processes have two serving threads and four
 * compiler threads. On two cores, a serving thread that never pauses takes the time that the compilers need. There are no
 * pauses while the compilers do nothing, because then they need more messages to find work.
 *
 * <p>The CPU time of all threads that do not serve shows the work of the compilers. HotSpot's own counter changes only at the
 * end of a compilation, which may take more than a second.
 */
public final class Warmup {
    /** The maximum time of all stages together. */
    private static final long LIMIT_NANOS = Long.getLong("pipemark.warm.millis", 4_000) * 1_000_000;

    private static final long BUSY_NANOS = 50_000_000;
    private static final long PAUSE_MILLIS = 50;
    private static final long CALM_NANOS = 1_000_000_000;
    /** Linux counts CPU time in ticks of 10 ms. Each of the two processes may have one without any work. */
    private static final long TICKS_NANOS = 20_000_000;

    /** The number of bursts between two looks at the compilers. */
    private static final int STEPS = 2;

    private final Runnable refill;
    private final ForkRecord record;
    private final Others others;

    /** Makes a warm-up of one process. */
    public Warmup(Subject subject, ForkRecord record) {
        this(subject::rehearse, record, () -> 0);
    }

    /** Makes a warm-up of one process with a value that stays the same. */
    public Warmup(ForkRecord record) {
        this(() -> {}, record, () -> 0);
    }

    /**
     * @param refill makes new values before each burst, unless that takes too long
     * @param others returns the CPU time of the other process
     */
    Warmup(Runnable refill, ForkRecord record, Others others) {
        this.refill = refill;
        this.record = record;
        this.others = others;
    }

    /**
     * Warms up stages, one after another.
     *
     * @param stages the stages. The last one must be the measured method. Each has an equal part of the time, and the time
     *     that earlier stages did not use
     */
    public void run(Stage... stages) throws Exception {
        long begun = System.nanoTime();
        Settled settled = settle(LIMIT_NANOS, stages);
        record.warmed(settled.messages, (System.nanoTime() - begun) / 1e6, settled.state);
    }

    /** Warms up a further stage, in at most half the time. The note does not include it. */
    public void again(Stage stage) throws Exception {
        settle(LIMIT_NANOS / 2, stage);
    }

    /**
     * Waits until the compilers are idle, for at most one second. A compilation that is still running would take time from
     * the measured code on the same core.
     */
    void calm() throws Exception {
        long begun = System.nanoTime();
        long before;
        long now = busy();
        do {
            Thread.sleep(PAUSE_MILLIS);
            before = now;
            now = busy();
        } while (now - before > TICKS_NANOS && System.nanoTime() - begun < CALM_NANOS);
        record.calmed((System.nanoTime() - begun) / 1e6);
    }

    private Settled settle(long limit, Stage... stages) throws Exception {
        long begun = System.nanoTime();
        Rest.State state = Rest.State.RESTING;
        long messages = 0;
        for (int i = 0; i < stages.length; i++) {
            long until = begun + limit * (i + 1) / stages.length;
            Rest rest = new Rest();
            state = rest.look(System.nanoTime(), busy(), messages);
            while (state != Rest.State.RESTING && System.nanoTime() < until) {
                for (int step = 0; step < STEPS; step++) {
                    // The code that makes values must be compiled too, and compiled code must not expect one value.
                    // Values that take long to make are used again (Filling).
                    refill.run();
                    messages += burst(stages[i], 1, BUSY_NANOS);
                    if (state == Rest.State.QUIET) {
                        messages += burst(stages[i], 1, BUSY_NANOS);
                    } else {
                        Thread.sleep(PAUSE_MILLIS);
                    }
                }
                record.rehearse();
                state = rest.look(System.nanoTime(), busy(), messages);
            }
        }
        return new Settled(messages, state);
    }

    /**
     * The end of a warm-up.
     *
     * @param messages the number of messages that it sent
     * @param state the state of the compilers
     */
    private record Settled(long messages, Rest.State state) {}

    /** Runs a stage for at least this number of messages and at least this time. Returns the number of messages. */
    static long burst(Stage stage, long atLeast, long nanos) throws Exception {
        long end = System.nanoTime() + nanos;
        long messages = 0;
        do {
            messages += stage.some();
        } while (messages < atLeast || System.nanoTime() < end);
        return messages;
    }

    /** Returns the CPU time of all threads of both processes that do not serve, in ns. */
    private long busy() throws Exception {
        return Usage.now().cpuNanos() - record.measuringNanos() + others.nanos();
    }

    /** A piece of code that is warmed up. */
    public interface Stage {
        /** Sends some messages and returns their number. */
        long some() throws Exception;
    }

    /** The other process. */
    interface Others {
        /** Returns the CPU time of its threads that do not serve, in ns. */
        long nanos() throws Exception;
    }
}
