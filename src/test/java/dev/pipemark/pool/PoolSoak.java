package dev.pipemark.pool;

import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs many tasks while a killer ends random workers again and again. Catches lost, duplicate or wrong outcomes,
 * endless waits, and leaks of dead workers: threads, processes, file descriptors, memory.
 *
 * <p>Needs Linux, because it reads {@code /proc}.
 */
final class PoolSoak {
    /** The number of tasks of one call. Between calls nothing is under way, so memory can be compared. */
    private static final int ROUND = 20_000;

    /** Ensures that a short soak also compares memory, after a full cycle through all ways. */
    private static final int LEAST_ROUNDS = 4 * Way.values().length;

    /** The time within which an outcome must arrive: several starts of a worker. */
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** The time that the pool's own threads, such as its clock, have to end after the pool. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Each kill with this number ends all workers instead of one. */
    private static final int ALL_AT_ONCE = 7;

    private static final long HEAP_MARGIN = 4L << 20;
    private static final long RSS_MARGIN = 48L << 20;

    /** A worker's two pipes with the streams behind them, and its log, twice because it may be being replaced. */
    private static final int FDS_PER_WORKER = 10;

    /** A sending and a receiving thread, twice because the worker may be being replaced. */
    private static final int THREADS_PER_WORKER = 4;

    /** The killer has a thread, starts a process, and reads {@code /proc}. */
    private static final int KILLER = 8;

    private final Settings settings;
    private final Tally tally;
    private final Random random;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Set<Long> killed = ConcurrentHashMap.newKeySet();

    // Read after the killer has ended.
    private final Map<Weapon, Integer> kills = new EnumMap<>(Weapon.class);
    private Held most = new Held(0, 0, 0);
    private volatile @Nullable String killerFailed;

    private volatile long lastTold = System.nanoTime();
    private final List<Memory> memory = new ArrayList<>();

    private PoolSoak(Settings settings) {
        this.settings = settings;
        tally = new Tally(settings.tasks());
        random = new Random(settings.tasks());
    }

    /** Runs, prints the result, and exits with 1 if anything was wrong. */
    public static void main(String[] arguments) throws Exception {
        System.exit(new PoolSoak(Settings.of(arguments)).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        // Resources that are loaded once are not counted.
        try (Pool pool = open()) {
            job(pool).submit(0L).get(STALLED_NANOS, TimeUnit.NANOSECONDS);
        }
        Held before = settled(new Held(Integer.MAX_VALUE, Integer.MAX_VALUE, 0));
        long start = System.nanoTime();
        try (Pool pool = open()) {
            Thread killer = new Thread(() -> killFrom(pool), "pool-soak-killer");
            killer.start();
            ask(job(pool));
            over.countDown();
            killer.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Held after = settled(before);
        check(before, after);
        print(before, after, seconds);
        return tally.violations().isEmpty();
    }

    private Pool open() throws IOException {
        return Pool.over(Catalog.load(PoolSoak.class.getClassLoader()).codec(settings.codec()))
                .workers(settings.workers())
                // These workers live for a second or two.
                .jvmFlags(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                .open();
    }

    private Job<Long, Long> job(Pool pool) throws UnsupportedShapeException, TravelException {
        return pool.named(
                Named.instance(Busy.class, Integer.toString(settings.workMicros())),
                Shape.of(Long.class),
                Shape.of(Long.class));
    }

    private void ask(Job<Long, Long> job) throws IOException {
        int size = Math.max(1, Math.min(ROUND, settings.tasks() / LEAST_ROUNDS));
        int round = 0;
        for (int from = 0; from < settings.tasks() && killerFailed == null; from += size) {
            Way way = Way.values()[round % Way.values().length];
            Range tasks = new Range(from, Math.min(size, settings.tasks() - from));
            Iterator<TaskOutcome<Long>> outcomes = way.ask(job, tasks);
            while (outcomes.hasNext()) {
                TaskOutcome<Long> outcome = outcomes.next();
                tally.add(from + outcome.index(), outcome);
                lastTold = System.nanoTime();
            }
            round++;
            if (round % Way.values().length == 0) {
                memory.add(Memory.now());
            }
        }
    }

    /**
     * Kills when a kill is due and all workers are running. Without the second condition, a busy machine would see only
     * starts, because a start takes longer than the time between two kills.
     */
    private void killFrom(Pool pool) {
        try {
            int turn = 0;
            while (!over.await(settings.killMillis(), TimeUnit.MILLISECONDS)) {
                most = most.most(Held.now());
                List<ProcessHandle> up = pool.processes();
                if (up.size() == settings.workers()) {
                    turn++;
                    ProcessHandle one = up.get(random.nextInt(up.size()));
                    Weapon weapon = Weapon.values()[turn % Weapon.values().length];
                    for (ProcessHandle victim : turn % ALL_AT_ONCE == 0 ? up : List.of(one)) {
                        strike(victim, weapon);
                    }
                }
                if (System.nanoTime() - lastTold > STALLED_NANOS) {
                    killerFailed = "no outcome for " + TimeUnit.NANOSECONDS.toSeconds(STALLED_NANOS) + " s";
                    pool.terminate();
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            killerFailed = "the killer failed: " + e;
        } catch (InterruptedException e) {
            killerFailed = "the killer was interrupted";
        }
    }

    private void strike(ProcessHandle victim, Weapon weapon) throws IOException, InterruptedException {
        killed.add(victim.pid());
        if (weapon.strike(victim)) {
            kills.merge(weapon, 1, Integer::sum);
        }
    }

    /** Returns the open resources once they are no more than before, or after a time limit. */
    private static Held settled(Held before) throws IOException {
        long start = System.nanoTime();
        Held now = Held.now();
        while (!now.within(before) && System.nanoTime() - start < SETTLE_NANOS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            now = Held.now();
        }
        return now;
    }

    private void check(Held before, Held after) {
        String failed = killerFailed;
        if (failed != null) {
            tally.violate(failed);
        }
        tally.noticesByWorker.keySet().stream()
                .filter(pid -> !killed.contains(pid))
                .forEach(pid -> tally.violate("worker " + pid + " died without being killed"));
        if (!most.within(bound(before))) {
            tally.violate("held " + most + ", more than the bound " + bound(before));
        }
        if (!after.within(before)) {
            tally.violate("left " + after + ", more than " + before + " before");
        }
        if (!memory.isEmpty()) {
            Memory first = memory.get(0);
            Memory last = memory.get(memory.size() - 1);
            if (last.heap() - first.heap() > HEAP_MARGIN) {
                tally.violate("the heap grew by " + mebibytes(last.heap() - first.heap()));
            }
            if (last.rss() - first.rss() > RSS_MARGIN) {
                tally.violate("resident memory grew by " + mebibytes(last.rss() - first.rss()));
            }
        }
    }

    private Held bound(Held before) {
        int workers = settings.workers();
        return new Held(
                before.fds() + FDS_PER_WORKER * workers + KILLER,
                before.threads() + THREADS_PER_WORKER * workers + KILLER,
                before.processes() + 2 * workers);
    }

    private void print(Held before, Held after, double seconds) {
        Held bound = bound(before);
        say(
                "soak: %,d tasks, %d workers, codec %s, %d us of work each",
                settings.tasks(), settings.workers(), settings.codec(), settings.workMicros());
        say("time            %.1f s", seconds);
        say("results         %,d", tally.results);
        say(
                "death notices   %,d, of %d workers; at most %d at once",
                tally.notices(), tally.noticesByWorker.size(), tally.worst());
        say(
                "kills           %d: %s",
                kills.values().stream().mapToInt(count -> count).sum(),
                kills.entrySet().stream()
                        .map(kind -> kind.getValue() + " " + kind.getKey().name)
                        .collect(Collectors.joining(", ")));
        say("                before   at most  (bound)    after");
        say("descriptors   %8d  %8d %8s %8d", before.fds(), most.fds(), "(" + bound.fds() + ")", after.fds());
        say(
                "threads       %8d  %8d %8s %8d",
                before.threads(), most.threads(), "(" + bound.threads() + ")", after.threads());
        say(
                "processes     %8d  %8d %8s %8d",
                before.processes(), most.processes(), "(" + bound.processes() + ")", after.processes());
        if (!memory.isEmpty()) {
            Memory first = memory.get(0);
            Memory last = memory.get(memory.size() - 1);
            say(
                    "heap in use     %s, then %s after %d looks (may grow by %s)",
                    mebibytes(first.heap()), mebibytes(last.heap()), memory.size(), mebibytes(HEAP_MARGIN));
            say(
                    "resident        %s, then %s (may grow by %s)",
                    mebibytes(first.rss()), mebibytes(last.rss()), mebibytes(RSS_MARGIN));
        }
        List<String> violations = tally.violations();
        violations.forEach(violation -> say("VIOLATED        %s", violation));
        say(violations.isEmpty() ? "each task was told once" : "failed: see the violations above");
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    /**
     * The duration and the load.
     *
     * @param killMillis the time from one kill to the next
     * @param workMicros how long each task keeps its worker busy
     */
    record Settings(int tasks, int workers, int killMillis, String codec, int workMicros) {
        /**
         * Reads the settings in this order. The defaults are a million tasks and two workers, of which one is killed
         * every second.
         */
        static Settings of(String... arguments) {
            return new Settings(
                    number(arguments, 0, 1_000_000),
                    number(arguments, 1, 2),
                    number(arguments, 2, 1_000),
                    arguments.length > 3 ? arguments[3] : "kryo-graph",
                    number(arguments, 4, 75));
        }

        private static int number(String[] arguments, int place, int otherwise) {
            return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
        }
    }

    /** The ways to submit many tasks. Each reports every outcome. */
    private enum Way {
        STREAM_UNORDERED {
            @Override
            Iterator<TaskOutcome<Long>> ask(Job<Long, Long> job, List<Long> tasks) {
                return job.streamUnordered(tasks.iterator());
            }
        },
        STREAM_UNORDERED_CHUNKS {
            @Override
            Iterator<TaskOutcome<Long>> ask(Job<Long, Long> job, List<Long> tasks) {
                return job.chunk(50).streamUnordered(tasks.iterator());
            }
        },
        STREAM_CHUNKS {
            @Override
            Iterator<TaskOutcome<Long>> ask(Job<Long, Long> job, List<Long> tasks) {
                return job.chunk(7).stream(tasks.iterator());
            }
        },
        MAP_UNORDERED {
            @Override
            Iterator<TaskOutcome<Long>> ask(Job<Long, Long> job, List<Long> tasks) {
                return job.mapUnordered(tasks);
            }
        },
        SUBMIT {
            @Override
            Iterator<TaskOutcome<Long>> ask(Job<Long, Long> job, List<Long> tasks) {
                List<CompletableFuture<TaskOutcome<Long>>> outcomes = IntStream.range(0, tasks.size())
                        .mapToObj(index ->
                                job.submit(tasks.get(index)).handle((result, why) -> outcome(index, result, why)))
                        .toList();
                return outcomes.stream().map(CompletableFuture::join).iterator();
            }
        };

        abstract Iterator<TaskOutcome<Long>> ask(Job<Long, Long> job, List<Long> tasks);

        private static TaskOutcome<Long> outcome(int index, @Nullable Long result, @Nullable Throwable why) {
            if (why == null || why instanceof PoolException) {
                return new TaskOutcome<>(index, result, (PoolException) why);
            }
            throw new IllegalStateException("a task failed for a reason outside the pool", why);
        }
    }

    /** Ways to end a process from outside. */
    private enum Weapon {
        DESTROY_FORCIBLY("destroyForcibly") {
            @Override
            boolean strike(ProcessHandle victim) {
                return victim.destroyForcibly();
            }
        },
        KILL_9("kill -9") {
            @Override
            boolean strike(ProcessHandle victim) throws IOException, InterruptedException {
                // After a process is reaped, its pid may belong to another process.
                return victim.isAlive()
                        && new ProcessBuilder("kill", "-9", Long.toString(victim.pid()))
                                        .redirectErrorStream(true)
                                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                        .start()
                                        .waitFor()
                                == 0;
            }
        },
        SIGTERM("SIGTERM") {
            @Override
            boolean strike(ProcessHandle victim) {
                return victim.destroy();
            }
        };

        final String name;

        Weapon(String name) {
            this.name = name;
        }

        /** Returns whether the process was running. */
        abstract boolean strike(ProcessHandle victim) throws IOException, InterruptedException;
    }

    /** The open resources of this process. */
    record Held(int fds, int threads, int processes) {
        static Held now() throws IOException {
            int processes = (int) ProcessHandle.current()
                    .children()
                    .filter(ProcessHandle::isAlive)
                    .count();
            // The JDK keeps the threads that waited for child processes for another minute.
            int threads = (int) Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.getName().startsWith("process reaper"))
                    .count();
            try (Stream<Path> fds = Files.list(Path.of("/proc/self/fd"))) {
                return new Held((int) fds.count(), threads, processes);
            }
        }

        Held most(Held other) {
            return new Held(
                    Math.max(fds, other.fds), Math.max(threads, other.threads), Math.max(processes, other.processes));
        }

        boolean within(Held bound) {
            return fds <= bound.fds && threads <= bound.threads && processes <= bound.processes;
        }
    }

    /** The memory in use while nothing is under way, in bytes. */
    record Memory(long heap, long rss) {
        static Memory now() throws IOException {
            // The second collection frees objects that the first made unreachable.
            System.gc();
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
                long kibibytes = status.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow(() -> new IOException("/proc/self/status has no VmRSS"));
                return new Memory(runtime.totalMemory() - runtime.freeMemory(), kibibytes << 10);
            }
        }
    }

    /** Counts the outcomes of each task. */
    static final class Tally {
        private static final int SHOWN = 10;

        private final int tasks;
        private final BitSet seen = new BitSet();
        private final Map<Long, Integer> noticesByWorker = new HashMap<>();
        private final List<String> violations = new ArrayList<>();
        private int results;

        Tally(int tasks) {
            this.tasks = tasks;
        }

        void add(long task, TaskOutcome<Long> outcome) {
            if (task < 0 || task >= tasks) {
                violate("an outcome of unknown task " + task);
                return;
            }
            if (seen.get((int) task)) {
                violate("a second outcome of task " + task);
            }
            seen.set((int) task);
            if (outcome.failure() instanceof WorkerDiedException death) {
                noticesByWorker.merge(death.pid(), 1, Integer::sum);
            } else if (outcome.failure() != null) {
                violate("task " + task + " failed: " + outcome.failure());
            } else if (!Long.valueOf(result(task)).equals(outcome.value())) {
                violate("task " + task + " returned " + outcome.value() + " instead of " + result(task));
            } else {
                results++;
            }
        }

        int notices() {
            return noticesByWorker.values().stream().mapToInt(count -> count).sum();
        }

        /** The number of tasks that failed with one worker, at most. */
        int worst() {
            return noticesByWorker.values().stream()
                    .mapToInt(count -> count)
                    .max()
                    .orElse(0);
        }

        void violate(String what) {
            violations.add(what);
        }

        /** Returns the violations, including tasks without an outcome. */
        List<String> violations() {
            List<String> all = new ArrayList<>(violations.subList(0, Math.min(SHOWN, violations.size())));
            if (violations.size() > SHOWN) {
                all.add("and " + (violations.size() - SHOWN) + " more");
            }
            int missing = tasks - seen.cardinality();
            if (missing > 0) {
                all.add(missing + " tasks without an outcome, first task " + seen.nextClearBit(0));
            }
            return all;
        }
    }

    /** A list of neighbouring numbers, created on demand. */
    private static final class Range extends AbstractList<Long> {
        private final long from;
        private final int size;

        Range(long from, int size) {
            this.from = from;
            this.size = size;
        }

        @Override
        public Long get(int index) {
            return from + index;
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** The task. It keeps its worker busy for a while and returns a result that no other task returns. */
    public static final class Busy implements Work<Long, Long> {
        private static final long serialVersionUID = 1L;

        private final long nanos;

        public Busy(String micros) {
            nanos = TimeUnit.MICROSECONDS.toNanos(Long.parseLong(micros));
        }

        @Override
        public Long run(Long task) {
            long end = System.nanoTime() + nanos;
            while (System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
            return result(task);
        }
    }

    /** Distinct for distinct tasks, because multiplication by an odd number is invertible. */
    static long result(long task) {
        return task * 0x9E3779B97F4A7C15L;
    }
}
