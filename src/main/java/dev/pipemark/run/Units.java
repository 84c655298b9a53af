package dev.pipemark.run;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;

/** Forks are on record in one unit per mode, whatever {@code -tu} says: ns/op, or ops/s. */
final class Units {
    private Units() {}

    static String of(Mode mode) {
        return mode == Mode.Throughput ? "ops/s" : "ns/op";
    }

    /** What a score in JMH's unit is multiplied by to be in ours. */
    static double factor(Mode mode, TimeUnit unit) {
        double nanos = unit.toNanos(1);
        return mode == Mode.Throughput ? 1e9 / nanos : nanos;
    }
}
