package dev.pipemark.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Benchmarks that end as benchmarks should not, named for how, and one that does not. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class Villains {
    private double value = 1;

    @Benchmark
    public double peaceful() {
        value = Math.sqrt(value + 1);
        return value;
    }

    @Benchmark
    public void throwing() {
        throw new IllegalArgumentException("no such luck\nand more of it");
    }

    @Benchmark
    public void exiting() {
        System.err.println("about to leave");
        Runtime.getRuntime().halt(3);
    }

    @Benchmark
    public void hanging() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // What makes it a villain: JMH's own time-out only interrupts.
                value++;
            }
        }
    }
}
