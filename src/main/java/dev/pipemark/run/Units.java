package dev.pipemark.run;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;

/** The units of recorded forks: ns/op or ops/s, depending on the mode and not on {@code -tu}. */
final class Units {
    private Units() {}

    static String of(Mode mode) {
        return mode == Mode.Throughput ? "ops/s" : "ns/op";
    }

    /** Returns the factor that converts a score from JMH's unit to ours. */
    static double factor(Mode mode, TimeUnit unit) {
        double nanos = unit.toNanos(1);
        return mode == Mode.Throughput ? 1e9 / nanos : nanos;
    }
}
