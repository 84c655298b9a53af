package dev.pipemark.run;

import dev.pipemark.bench.ForkRecord;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Benchmarks that misbehave, each with the name of its fault, and one that does not. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class Villains {
    private double value = 1;
    private @Nullable Thread left;
    private @Nullable Process child;

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
    public void tellingItsClassPath() {
        throw new IllegalArgumentException(System.getProperty("java.class.path"));
    }

    @Benchmark
    public void exiting() {
        System.err.println("about to leave");
        Runtime.getRuntime().halt(3);
    }

    /** Leaves a thread behind, like an executor that is not shut down. */
    @Benchmark
    public double leavingAThread() {
        if (left == null) {
            left = new Thread(Villains::idle, "forgotten-thread");
            // Executors make such threads. Otherwise it would be a daemon, like JMH's own threads.
            left.setDaemon(false);
            left.start();
        }
        return peaceful();
    }

    private static void idle() {
        while (true) {
            LockSupport.park();
        }
    }

    /** Leaves a process behind that holds the fork's output open. */
    @Benchmark
    public double leavingAProcess(ForkRecord record) throws IOException {
        if (child == null) {
            child = new ProcessBuilder("sleep", "600").inheritIO().start();
        }
        return peaceful();
    }

    @Benchmark
    public void hanging() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // Ignores the interrupt of JMH's time-out.
                value++;
            }
        }
    }
}
