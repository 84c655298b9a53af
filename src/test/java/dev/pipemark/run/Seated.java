package dev.pipemark.run;

import dev.pipemark.bench.ForkRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** Benchmarks that take turns and write each turn to a file. Some of them fail. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Seated {
    /**
     * One iteration of one fork.
     *
     * @param begun a time of the system's monotonic clock, which is the same for all processes, in ns
     */
    record Entry(long pid, boolean measured, long begun, long ended) {}

    /** A file to which all forks append a line for each iteration. */
    @State(Scope.Thread)
    public static class Diary {
        private final Path file = path(Path.of(System.getProperty("pipemark.worker.logs")));
        private long begun;
        private boolean measured;
        private int turns;
        private double value = 1;

        @Setup(Level.Iteration)
        public void begin(ForkRecord record, IterationParams iteration) {
            begun = System.nanoTime();
            measured = iteration.getType() == IterationType.MEASUREMENT;
            turns += measured ? 1 : 0;
        }

        @TearDown(Level.Iteration)
        public void end() throws IOException {
            String line = ProcessHandle.current().pid() + " " + measured + " " + begun + " " + System.nanoTime() + "\n";
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    static Path path(Path folder) {
        return folder.resolve("diary");
    }

    static List<Entry> read(Path folder) throws IOException {
        return Files.readAllLines(path(folder)).stream()
                .map(line -> line.split(" "))
                .map(words -> new Entry(
                        Long.parseLong(words[0]),
                        Boolean.parseBoolean(words[1]),
                        Long.parseLong(words[2]),
                        Long.parseLong(words[3])))
                .toList();
    }

    @Benchmark
    public double orderly(Diary diary) {
        diary.value = Math.sqrt(diary.value + 1);
        return diary.value;
    }

    @Benchmark
    public double dyingInItsSecondTurn(Diary diary) {
        if (diary.turns == 2) {
            Runtime.getRuntime().halt(3);
        }
        return orderly(diary);
    }

    @Benchmark
    public double throwingInItsSecondTurn(Diary diary) {
        if (diary.turns == 2) {
            throw new IllegalArgumentException("no such luck");
        }
        return orderly(diary);
    }

    @Benchmark
    public double hangingInItsSecondTurn(Diary diary) {
        while (diary.turns == 2) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // Ignores the interrupt of JMH's time-out, and therefore hangs.
                diary.value++;
            }
        }
        return orderly(diary);
    }
}
