package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.NoteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.BenchmarkResultMetaData;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;

/** Runs one fork of one cell by one call of JMH's runner. A fork that fails does not affect others. */
public final class ForkRunner implements Forks {
    /** The seconds that a fork may take longer than planned before it is killed. */
    static final double GRACE_SECONDS = 30;

    /** The property that names the class path with which JMH starts a fork. */
    static final String CLASS_PATH = "java.class.path";

    private final Benchmarks benchmarks;
    private final ForkSettings settings;
    private final TimeModel model;
    private final ForkLog log;
    private final Interruption interruption;
    private final double grace;
    private int turnIterations = 1;

    public ForkRunner(
            Benchmarks benchmarks, ForkSettings settings, TimeModel model, ForkLog log, Interruption interruption) {
        this(
                benchmarks,
                settings,
                model,
                log,
                interruption,
                Math.max(GRACE_SECONDS, settings.deadline().toSeconds()));
    }

    ForkRunner(
            Benchmarks benchmarks,
            ForkSettings settings,
            TimeModel model,
            ForkLog log,
            Interruption interruption,
            double grace) {
        this.benchmarks = benchmarks;
        this.settings = settings;
        this.model = model;
        this.log = log;
        this.interruption = interruption;
        this.grace = grace;
    }

    /** Makes turns of this number of iterations; {@code null} for one. */
    ForkRunner withTurns(@Nullable Integer iterations) {
        turnIterations = iterations == null ? 1 : iterations;
        return this;
    }

    @Override
    public double planned(Cell cell) {
        return model.fork(cell, settings.timing(), settings.user());
    }

    @Override
    public void note(String line) {
        log.note(line);
    }

    @Override
    public Optional<Fork> run(Cell cell, int round, int position) {
        int forks = 1 + warmupForks(round);
        try (ForkWatchdog watchdog =
                ForkWatchdog.start(ForkProcesses.from(), forks * planned(cell) + grace, interruption)) {
            return call(cell, round, position, log, null, () -> new Course.Times(watchdog.late(), 0, Map.of()));
        }
    }

    @Override
    public Optional<List<Fork>> sit(List<PlannedFork> planned, int position, Consumer<Cell> starting) {
        return new Sitting(this, log, interruption, grace, turnIterations).run(planned, position, starting);
    }

    long seed() {
        return settings.seed();
    }

    /** Returns the folder for files of single forks. */
    Path work() {
        return settings.work();
    }

    /** Returns the planned seconds of one measured iteration. */
    double turn(Cell cell) {
        Mode mode = Modes.of(cell, benchmarks.named(cell.benchmark()), settings.user());
        return settings.timing().turn(cell.benchmark(), mode, settings.user());
    }

    /**
     * Returns the seconds that others wait for the compilers of a fork, over all laps. Most compilers are idle at once. If
     * the warm-up was too short, they never are.
     */
    double patience() {
        return settings.timing().settleMillis() / 4e3;
    }

    private int warmupForks(int round) {
        return round == 1 ? settings.user().getWarmupForkCount().orElse(0) : 0;
    }

    /**
     * Runs a fork that the caller watches.
     *
     * @param log the log of this fork alone
     * @param ticket the ticket for the gate; {@code null} for a fork that runs alone
     * @param course the caller's observations
     */
    Optional<Fork> call(Cell cell, int round, int position, ForkLog log, @Nullable String ticket, Course course) {
        BenchmarkMethod benchmark = benchmarks.named(cell.benchmark());
        Mode mode = Modes.of(cell, benchmark, settings.user());
        Path note = settings.work().resolve(position + ".note");
        ForkSettings own = settings.forCodec(cell.codec());
        // All codecs of a round have the same values. Each round has other values.
        long seed = settings.seed() + round - 1;
        int ring = model.keptRing(cell, settings.timing());
        Options options = ForkOptions.of(own, benchmark, cell, mode, warmupForks(round), note, seed, ring, ticket);
        log.begin("round " + round + ", " + cell.key());
        Instant started = Instant.now();
        long before = System.nanoTime();
        String failure = "";
        boolean wrong = false;
        List<BenchmarkResult> results = List.of();
        // JMH reads this property when it starts a fork. Forks start one after another.
        System.setProperty(CLASS_PATH, own.classPath());
        try {
            results = results(new Runner(options, log).run());
        } catch (RunnerException | RuntimeException e) {
            failure = ForkFailure.reason(e, log.exitCode(), log.stderr());
            wrong = ForkFailure.wrongValue(e);
        }
        Course.Times times = course.times();
        double seconds = (System.nanoTime() - before) / 1e9 - times.waited();
        List<Double> scores = results.isEmpty() ? List.of() : scores(results.get(0), mode);
        if (scores.isEmpty() && interruption.await(interruptedByHand(log) ? 1000 : 0)) {
            return Optional.empty();
        }
        if (scores.isEmpty()) {
            failure = times.late()
                    ? "killed after " + Math.round(seconds) + " s, the suite's limit for a fork that should take "
                            + Math.round(planned(cell)) + " s: --deadline raises it"
                    : failure.isEmpty() ? "JMH returned no result" : failure;
            failure = Advice.with(failure, own.flags());
            log.note("failed: " + failure);
        }
        List<String> left = log.threadsLeft();
        if (!left.isEmpty()) {
            log.note("JMH had finished, but these threads kept the fork from ending: " + String.join(", ", left));
        }
        Map<String, String> seen = new LinkedHashMap<>();
        if (!left.isEmpty()) {
            seen.put(ForkNote.THREADS_LEFT, String.join(", ", left));
        }
        if (wrong) {
            seen.put(ForkNote.WRONG_VALUE, "yes");
        }
        ForkNote known = note(cell, note, results, mode, seconds, seen).with(times.memory());
        return Optional.of(new Fork(
                cell,
                round,
                position,
                mode.shortLabel(),
                Units.of(mode),
                scores,
                known,
                started,
                seconds,
                scores.isEmpty() ? failure : null));
    }

    /** Returns whether the fork may have died of Ctrl-C, which reaches fork and runner in any order. */
    private static boolean interruptedByHand(ForkLog log) {
        Integer exit = log.exitCode();
        return exit != null && (exit == 130 || exit == 143 || exit == 137);
    }

    private static List<BenchmarkResult> results(Collection<RunResult> runs) {
        List<BenchmarkResult> results = new ArrayList<>();
        runs.forEach(run -> results.addAll(run.getBenchmarkResults()));
        return results;
    }

    private static List<Double> scores(BenchmarkResult result, Mode mode) {
        double factor = Units.factor(mode, result.getParams().getTimeUnit());
        List<Double> scores = new ArrayList<>();
        for (IterationResult iteration : result.getIterationResults()) {
            scores.add(iteration.getPrimaryResult().getScore() * factor);
        }
        return scores;
    }

    private ForkNote note(
            Cell cell, Path file, List<BenchmarkResult> results, Mode mode, double seconds, Map<String, String> seen) {
        ForkNote note = ForkNote.EMPTY;
        String problem = "";
        try {
            if (Files.exists(file)) {
                note = NoteFile.read(file);
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            problem = String.valueOf(e.getMessage());
        }
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        metrics.putAll(note.metrics());
        Map<String, String> facts = new LinkedHashMap<>(note.facts());
        if (!problem.isEmpty()) {
            facts.put("note.problem", problem);
        }
        facts.putAll(seen);
        for (BenchmarkResult result : results) {
            describe(result.getParams(), facts);
            Profiled.put(result, facts);
            metrics.put(Metric.OVERHEAD, overhead(cell, result, mode, metrics, seconds));
        }
        return new ForkNote(metrics, facts);
    }

    private static void describe(BenchmarkParams params, Map<String, String> facts) {
        facts.put("jvm", params.getJvm());
        facts.put("jdk.version", params.getJdkVersion());
        facts.put("vm.name", params.getVmName());
        facts.put("vm.version", params.getVmVersion());
        facts.put(ForkNote.THREADS, String.valueOf(params.getThreads()));
        facts.put("-opi", String.valueOf(params.getOpsPerInvocation()));
        if (params.getThreadGroups().length > 1) {
            facts.put(ForkNote.GROUPS, Arrays.toString(params.getThreadGroups()));
        }
        describe(params.getWarmup(), "-wi", "-w", "-wbs", facts);
        describe(params.getMeasurement(), "-i", "-r", "-bs", facts);
    }

    /** Adds JMH's options to a note, by their names. */
    private static void describe(
            IterationParams iterations, String count, String time, String batch, Map<String, String> facts) {
        facts.put(count, String.valueOf(iterations.getCount()));
        facts.put(time, iterations.getTime().toString());
        facts.put(batch, String.valueOf(iterations.getBatchSize()));
    }

    /**
     * Returns the wall time without the iterations, without the warm-up of both sides, and without the alternating
     * blocks.
     */
    private double overhead(Cell cell, BenchmarkResult result, Mode mode, Map<Metric, Double> metrics, double seconds) {
        BenchmarkResultMetaData times = result.getMetadata();
        if (mode == Mode.SingleShotTime && times != null) {
            // JMH's times include the work around the iterations.
            return Math.max(0, seconds - (times.getStopTime() - times.getWarmupTime()) / 1e3);
        }
        double around = metrics.getOrDefault(Metric.WARM_TIME, 0.0) + metrics.getOrDefault(Metric.IN_TURNS_TIME, 0.0);
        double iterations =
                settings.timing().in(cell.benchmark(), mode, settings.user()).seconds(mode);
        return Math.max(0, seconds - iterations - around / 1e3);
    }
}
