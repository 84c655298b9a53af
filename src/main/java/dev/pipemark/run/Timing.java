package dev.pipemark.run;

import dev.pipemark.record.RunPlan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * JMH's iterations in one fork. All times are in milliseconds.
 *
 * @param settleMillis the maximum time of the fork's warm-up, which comes before JMH's own. The warm-up ends earlier if the
 *     compilers have nothing left to do
 * @param warmups the number of JMH's warm-up iterations
 * @param iterations the number of measured iterations
 */
public record Timing(long settleMillis, int warmups, long warmupMillis, int iterations, long iterationMillis) {
    /**
     * The timing for numbers that will be compared. A fork is measured for 0.8 s, in turns of 80 ms. Most of these turns
     * include a garbage collection. The warm-up of most codecs takes 2 s. Jackson, and Java serialization of nested classes,
     * need more.
     */
    public static final Timing FULL = new Timing(3000, 1, 100, 10, 80);
    /** The timing for a first look. */
    public static final Timing SHORT = new Timing(1000, 1, 100, 8, 80);
    /** The timing for a check that everything works. Its numbers mean nothing. */
    static final Timing NONE = new Timing(50, 1, 10, 1, 10);
    /**
     * The number of measured single shots. A shot starts a process, which takes a large part of a second. An iteration is one
     * shot. One more shot comes first and is not measured. In it, the fork loads the classes that start processes.
     */
    static final int SINGLE_SHOTS = 5;

    /** The seconds of one {@code firstReply}: the start of a worker, and the classes of a cold codec. */
    private static final double FIRST_REPLY = 0.7;

    static Timing of(RunPlan.Times times) {
        return new Timing(
                times.settleMillis(),
                times.warmups(),
                times.warmupMillis(),
                times.iterations(),
                times.iterationMillis());
    }

    /** Returns the times for the record of a plan. */
    public RunPlan.Times times() {
        return new RunPlan.Times(settleMillis, warmups, warmupMillis, iterations, iterationMillis);
    }

    /** Returns this timing, with the user's values in place of its own. */
    Timing with(Options user) {
        return new Timing(
                settleMillis,
                user.getWarmupIterations().orElse(warmups),
                millis(user.getWarmupTime().orElse(TimeValue.milliseconds(warmupMillis))),
                user.getMeasurementIterations().orElse(iterations),
                millis(user.getMeasurementTime().orElse(TimeValue.milliseconds(iterationMillis))));
    }

    /** Returns the timing of one benchmark. Single shots have iterations, but no length. */
    Timing in(String benchmark, Mode mode, Options user) {
        if (mode == Mode.SingleShotTime) {
            return new Timing(
                    settleMillis,
                    user.getWarmupIterations().orElse(1),
                    warmupMillis,
                    user.getMeasurementIterations().orElse(SINGLE_SHOTS),
                    iterationMillis);
        }
        return with(user);
    }

    /** Returns the planned seconds of all iterations. */
    double seconds(Mode mode) {
        return mode == Mode.SingleShotTime
                ? (warmups + iterations) * FIRST_REPLY
                : (warmups * warmupMillis + iterations * iterationMillis) / 1e3;
    }

    /** Returns the planned seconds of one iteration. */
    double turn(String benchmark, Mode mode, Options user) {
        return mode == Mode.SingleShotTime
                ? FIRST_REPLY
                : in(benchmark, mode, user).iterationMillis() / 1e3;
    }

    private static long millis(TimeValue time) {
        return Math.max(1, time.convertTo(TimeUnit.MILLISECONDS));
    }
}
