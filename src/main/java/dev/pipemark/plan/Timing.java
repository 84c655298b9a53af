package dev.pipemark.plan;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * JMH's iterations in one fork. All times are in milliseconds.
 *
 * @param messagesMillis at most so long, both sides are warmed by messages first
 * @param warmups iterations before the measured ones, after both sides have been warmed by messages
 * @param iterations measured ones
 */
public record Timing(long messagesMillis, int warmups, long warmupMillis, int iterations, long iterationMillis) {
    /** One second of each: what a number that will be compared rests on. */
    public static final Timing FULL = new Timing(2000, 2, 500, 5, 200);
    /** For a first look; the warm-up by messages, which is the longer one, stays whole. */
    public static final Timing SHORT = new Timing(2000, 1, 200, 4, 200);
    /** To see that everything works; what it measures means nothing. */
    static final Timing NONE = new Timing(50, 1, 10, 1, 10);
    /** Starting a process takes a good part of a second and is not repeated within an iteration. */
    static final int SINGLE_SHOTS = 5;

    /** This timing with what the user asked for in its stead. */
    Timing with(Options user) {
        return new Timing(
                messagesMillis,
                user.getWarmupIterations().orElse(warmups),
                millis(user.getWarmupTime().orElse(TimeValue.milliseconds(warmupMillis))),
                user.getMeasurementIterations().orElse(iterations),
                millis(user.getMeasurementTime().orElse(TimeValue.milliseconds(iterationMillis))));
    }

    /**
     * The timing of one benchmark: single shots have iterations, but no length; and what has no worker is not warmed by
     * messages, so that its warm-up is JMH's alone, and never the short one.
     */
    Timing in(String benchmark, Mode mode, Options user) {
        if (mode == Mode.SingleShotTime) {
            return new Timing(
                    messagesMillis,
                    user.getWarmupIterations().orElse(0),
                    warmupMillis,
                    user.getMeasurementIterations().orElse(SINGLE_SHOTS),
                    iterationMillis);
        }
        Timing asked = with(user);
        boolean free =
                !user.getWarmupIterations().hasValue() && !user.getWarmupTime().hasValue();
        return TimeModel.CODING.contains(benchmark) && free
                ? new Timing(messagesMillis, FULL.warmups, FULL.warmupMillis, asked.iterations, asked.iterationMillis)
                : asked;
    }

    /** Seconds in iterations, as planned. */
    double seconds(Mode mode) {
        return mode == Mode.SingleShotTime
                ? (warmups + iterations) * TimeModel.FIRST_REPLY
                : (warmups * warmupMillis + iterations * iterationMillis) / 1e3;
    }

    private static long millis(TimeValue time) {
        return Math.max(1, time.convertTo(java.util.concurrent.TimeUnit.MILLISECONDS));
    }
}
