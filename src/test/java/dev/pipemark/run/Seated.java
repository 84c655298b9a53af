package dev.pipemark.run;

import dev.pipemark.bench.ForkRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    /** The time for which a fork works after its turn: less than the runner waits for it. */
    private static final long LEFT_NANOS = 250_000_000;

    /** The parts of a fork's work. */
    enum Part {
        WARM_UP,
        TURN,
        /** Work that another thread does after a turn. */
        LEFT,
        /** The tear-down after all turns. */
        END
    }

    /**
     * A part of the work of one fork.
     *
     * @param begun a time of the system's monotonic clock, which is the same for all processes, in ns
     */
    record Entry(long pid, Part part, long begun, long ended) {}

    /** A file to which all forks append a line for each part of their work. */
    @State(Scope.Thread)
    public static class Diary {
        private final Path file = path(Path.of(System.getProperty("pipemark.worker.logs")));
        private long begun;
        private boolean measured;
        private boolean leaves;
        private boolean hangs;
        private int turns;
        private double value = 1;

        @Setup(Level.Iteration)
        public void begin(ForkRecord record, IterationParams iteration) {
            begun = System.nanoTime();
            measured = iteration.getType() == IterationType.MEASUREMENT;
            leaves = measured;
            turns += measured ? 1 : 0;
        }

        @TearDown(Level.Iteration)
        public void end() {
            write(measured ? Part.TURN : Part.WARM_UP, begun);
        }

        @TearDown(Level.Trial)
        public void close() {
            write(Part.END, System.nanoTime());
            while (hangs) {
                hang();
            }
        }

        private void hang() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // Ignores the interrupt of JMH's time-out, and therefore hangs.
                value++;
            }
        }

        private void write(Part part, long from) {
            String line = ProcessHandle.current().pid() + " " + part + " " + from + " " + System.nanoTime() + "\n";
            try {
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Works in another thread, which is still at work when the turn ends. */
        private void leaveWork() {
            long from = System.nanoTime();
            Thread left = new Thread(() -> {
                while (System.nanoTime() - from < LEFT_NANOS) {
                    Thread.onSpinWait();
                }
                write(Part.LEFT, from);
            });
            left.setDaemon(true);
            left.start();
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
                        Part.valueOf(words[1]),
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
    public double leavingWorkAfterItsTurns(Diary diary) {
        if (diary.leaves) {
            diary.leaves = false;
            diary.leaveWork();
        }
        return orderly(diary);
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
            diary.hang();
        }
        return orderly(diary);
    }

    @Benchmark
    public double hangingAfterItsLastTurn(Diary diary) {
        diary.hangs = true;
        return orderly(diary);
    }
}
