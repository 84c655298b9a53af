package dev.pipemark.bench;

import dev.pipemark.worker.Usage;

/**
 * Runs what will be measured, before JMH does, until the compilers have come to rest in both processes or the time is
 * over. A codec needs between half a second and ten of them, by how much code it has: a fixed number of messages would be
 * too many for the one and too few for the other.
 *
 * <p>Messages go in short bursts with pauses between them. Two processes have two serving threads and four compiler
 * threads; on two cores a serving thread that never pauses keeps the compilers from the work that would make it faster.
 * Only when they do nothing are the pauses left out: then it is messages that are wanted.
 * What the compilers do is told by the CPU time of the threads that do not serve, where HotSpot's own counter moves only
 * when a compilation ends, which may take more than a second.
 */
public final class Warmup {
    /** At most so long altogether. */
    private static final long LIMIT_NANOS = Long.getLong("pipemark.warm.millis", 4_000) * 1_000_000;

    private static final long BUSY_NANOS = 50_000_000;
    private static final long PAUSE_MILLIS = 50;
    private static final long CALM_NANOS = 1_000_000_000;
    /** Linux counts CPU time in ticks of 10 ms, and one may fall due in either process. */
    private static final long TICKS_NANOS = 20_000_000;

    /** Bursts and pauses between two looks at the compilers. */
    private static final int STEPS = 2;

    private final Runnable refill;
    private final ForkRecord record;
    private final Others others;

    /** For one process. */
    public Warmup(Subject subject, ForkRecord record) {
        this(subject::rehearse, record, () -> 0);
    }

    /** For one process, and a value that stays the same. */
    public Warmup(ForkRecord record) {
        this(() -> {}, record, () -> 0);
    }

    /**
     * @param refill makes new values, before each burst
     * @param others tells what the other process's threads use that do not serve
     */
    Warmup(Runnable refill, ForkRecord record, Others others) {
        this.refill = refill;
        this.record = record;
        this.others = others;
    }

    /**
     * @param stages run one after the other, the last of them being the measured method itself; each gets an equal part
     *     of the time, and what the earlier ones leave
     */
    public void run(Stage... stages) throws Exception {
        long begun = System.nanoTime();
        Settled settled = settle(LIMIT_NANOS, stages);
        record.warmed(settled.messages, (System.nanoTime() - begun) / 1e6, settled.state);
    }

    /** Warms what is to be measured beside, in half the time at most; it is not noted. */
    public void again(Stage stage) throws Exception {
        settle(LIMIT_NANOS / 2, stage);
    }

    /**
     * Waits until the compilers have done what they were given last, a second at most: a compilation that is under way
     * takes its time from what is measured on the same core.
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
                    // The making of values is compiled as well, and no value should be known too well.
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
     * How a warm-up ended.
     *
     * @param state of the compilers at its end
     */
    private record Settled(long messages, Rest.State state) {}

    /** Runs a stage for so many messages and for so long, whichever takes longer; returns how many it sent. */
    static long burst(Stage stage, long atLeast, long nanos) throws Exception {
        long end = System.nanoTime() + nanos;
        long messages = 0;
        do {
            messages += stage.some();
        } while (messages < atLeast || System.nanoTime() < end);
        return messages;
    }

    /** CPU time of all threads that do not serve, of both processes together, ns. */
    private long busy() throws Exception {
        return Usage.now().cpuNanos() - record.measuringNanos() + others.nanos();
    }

    /** Runs some of what is to be warmed. */
    public interface Stage {
        /** Sends some messages, and returns how many. */
        long some() throws Exception;
    }

    /** The other process, seen from here. */
    interface Others {
        /** CPU time of its threads that do not serve, ns. */
        long nanos() throws Exception;
    }
}
