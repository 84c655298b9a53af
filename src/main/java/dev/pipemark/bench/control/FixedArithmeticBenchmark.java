package dev.pipemark.bench.control;

import dev.pipemark.bench.ForkRecord;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A fixed piece of arithmetic that allocates nothing and touches no memory. If its time changes between rounds, the
 * machine has changed.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FixedArithmeticBenchmark {
    private static final int STEPS = 1000;

    /** The number on which the arithmetic works. */
    @State(Scope.Thread)
    public static class Number {
        private long value = 0x9E3779B97F4A7C15L;

        /** Needs the record, which waits for this fork's turn. */
        @Setup
        public void open(ForkRecord record) {}
    }

    /** Runs a thousand steps of Marsaglia's xorshift (Xorshift RNGs, Journal of Statistical Software 8/14, 2003). */
    @Benchmark
    public long fixedArithmetic(Number number) {
        long x = number.value;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        number.value = x;
        return x;
    }
}
