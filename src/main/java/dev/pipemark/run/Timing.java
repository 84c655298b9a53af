package dev.pipemark.run;

import dev.pipemark.record.RunPlan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * JMH's iterations in one fork. All times are in milliseconds.
 *
 * @param settleMillis at most so long the fork runs what it will measure, until the compilers come to rest, before JMH's
 *     own warm-up
 * @param warmups iterations before the measured ones, after that
 * @param iterations measured ones
 */
public record Timing(long settleMillis, int warmups, long warmupMillis, int iterations, long iterationMillis) {
    /**
     * 0.8 s measured, in turns that are long enough for collections of garbage to come in most of them: what a number
     * that will be compared rests on. Most codecs settle in 2 s; Jackson and Java serialization on nested classes need more.
     */
    public static final Timing FULL = new Timing(3000, 1, 100, 10, 80);
    /** For a first look. */
    public static final Timing SHORT = new Timing(1000, 1, 100, 8, 80);
    /** To see that everything works; what it measures means nothing. */
    static final Timing NONE = new Timing(50, 1, 10, 1, 10);
    /**
     * Starting a process takes a good part of a second and is not repeated within an iteration. One shot goes ahead, in
     * which this side loads what starts processes.
     */
    static final int SINGLE_SHOTS = 5;

    /** Seconds of one {@code firstReply}: a worker, and the classes of a cold codec in it. */
    private static final double FIRST_REPLY = 0.7;

    static Timing of(RunPlan.Times times) {
        return new Timing(
                times.settleMillis(),
                times.warmups(),
                times.warmupMillis(),
                times.iterations(),
                times.iterationMillis());
    }

    /** As a plan records them. */
    public RunPlan.Times times() {
        return new RunPlan.Times(settleMillis, warmups, warmupMillis, iterations, iterationMillis);
    }

    /** This timing with what the user asked for in its stead. */
    Timing with(Options user) {
        return new Timing(
                settleMillis,
                user.getWarmupIterations().orElse(warmups),
                millis(user.getWarmupTime().orElse(TimeValue.milliseconds(warmupMillis))),
                user.getMeasurementIterations().orElse(iterations),
                millis(user.getMeasurementTime().orElse(TimeValue.milliseconds(iterationMillis))));
    }

    /**
     * The timing of one benchmark: single shots have iterations, but no length.
     */
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

    /** Seconds in iterations, as planned. */
    double seconds(Mode mode) {
        return mode == Mode.SingleShotTime
                ? (warmups + iterations) * FIRST_REPLY
                : (warmups * warmupMillis + iterations * iterationMillis) / 1e3;
    }

    /** Seconds in one iteration, as planned. */
    double turn(String benchmark, Mode mode, Options user) {
        return mode == Mode.SingleShotTime
                ? FIRST_REPLY
                : in(benchmark, mode, user).iterationMillis() / 1e3;
    }

    private static long millis(TimeValue time) {
        return Math.max(1, time.convertTo(TimeUnit.MILLISECONDS));
    }
}
