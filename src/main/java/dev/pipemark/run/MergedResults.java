package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A run in JMH's own result formats. All is made from the journal, so a resumed run gives the same file. Each value of a
 * parameter gets an index over the whole run, by which JMH distinguishes values.
 */
public final class MergedResults {
    /** The name of JMH's JSON in the folder of a run. */
    public static final String FILE = "jmh-result.json";

    private final Benchmarks benchmarks;
    private final ForkSettings settings;

    MergedResults(Benchmarks benchmarks, ForkSettings settings) {
        this.benchmarks = benchmarks;
        this.settings = settings;
    }

    /** Returns the results of a run in its folder, by its recorded plan. */
    public static MergedResults of(Run run, Path folder, Benchmarks benchmarks) {
        return new MergedResults(benchmarks, ForkSettings.of(run.info(), folder));
    }

    /**
     * Writes JMH's JSON.
     *
     * @throws IOException if the file cannot be written
     */
    public void writeJson(Run run, Path file) throws IOException {
        write(run, ResultFormatType.JSON, file);
    }

    /**
     * Writes the file that {@code -rf} and {@code -rff} request, if either is given.
     *
     * @throws IOException if it cannot be written
     */
    public void writeAsked(Run run, JmhArguments user) throws IOException {
        Optional<Path> file = user.resultFile();
        if (file.isPresent()) {
            write(run, user.resultFormat(), file.get());
        }
    }

    /**
     * Writes every cell with at least one finished fork.
     *
     * @throws IOException if the file cannot be written
     */
    void write(Run run, ResultFormatType format, Path file) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(format, out).writeOut(of(run));
            if (out.checkError()) {
                throw new IOException("cannot write " + file);
            }
        } catch (NullPointerException e) {
            throw new IOException(
                    "cannot write " + file + ": JMH's " + format
                            + " format cannot contain benchmarks with different parameters: use -rf json",
                    e);
        }
    }

    /** Returns the results in plan order. */
    List<RunResult> of(Run run) {
        Map<Cell, List<Fork>> forks = new LinkedHashMap<>();
        run.info().cells().forEach(cell -> forks.put(cell, new ArrayList<>()));
        for (Fork fork : run.forks()) {
            List<Fork> of = forks.get(fork.cell());
            if (of != null
                    && !fork.scores().isEmpty()
                    && benchmarks.has(fork.cell().benchmark())) {
                of.add(fork);
            }
        }
        forks.values().removeIf(List::isEmpty);
        Map<String, Set<Parameter>> told = new HashMap<>();
        for (Cell cell : forks.keySet()) {
            Parameter.OMITTED_IF_DEFAULT.stream()
                    .filter(parameter -> !parameter.hasDefault(cell))
                    .forEach(parameter -> told.computeIfAbsent(
                                    cell.benchmark(), benchmark -> EnumSet.noneOf(Parameter.class))
                            .add(parameter));
        }
        Indices indices = new Indices();
        List<RunResult> results = new ArrayList<>();
        forks.forEach((cell, finished) ->
                results.add(merged(cell, finished, told.getOrDefault(cell.benchmark(), Set.of()), indices)));
        return results;
    }

    private RunResult merged(Cell cell, List<Fork> forks, Set<Parameter> told, Indices indices) {
        BenchmarkParams params = params(cell, forks, told, indices);
        IterationParams measured = params.getMeasurement();
        double factor = Units.factor(params.getMode(), params.getTimeUnit());
        String unit = (params.getMode() == Mode.Throughput ? "ops/" : "")
                + TimeValue.tuToString(params.getTimeUnit())
                + (params.getMode() == Mode.Throughput ? "" : "/op");
        String label = cell.benchmark();
        List<BenchmarkResult> results = new ArrayList<>();
        for (Fork fork : forks) {
            List<IterationResult> iterations = new ArrayList<>();
            for (double score : fork.scores()) {
                IterationResult iteration = new IterationResult(params, measured, null);
                iteration.addResult(new RecordedScore(ResultRole.PRIMARY, label, score / factor, unit));
                iterations.add(iteration);
            }
            BenchmarkResult result = new BenchmarkResult(params, iterations);
            for (Map.Entry<Metric, Double> metric : fork.note().metrics().entrySet()) {
                result.addBenchmarkResult(new RecordedScore(
                        ResultRole.SECONDARY,
                        metric.getKey().id(),
                        metric.getValue(),
                        metric.getKey().unit()));
            }
            Profiled.of(fork.note())
                    .forEach((name, value) -> result.addBenchmarkResult(
                            new RecordedScore(ResultRole.SECONDARY, name, value.score(), value.unit())));
            results.add(result);
        }
        return new RunResult(params, results);
    }

    private BenchmarkParams params(Cell cell, Collection<Fork> forks, Set<Parameter> told, Indices indices) {
        BenchmarkMethod benchmark = benchmarks.named(cell.benchmark());
        Options user = settings.user();
        Mode mode = Modes.of(cell, benchmark, user);
        Timing timing = settings.timing().in(cell.benchmark(), mode, user);
        WorkloadParams workload = new WorkloadParams();
        benchmark.parameters(cell).forEach((name, value) -> workload.put(name, value, indices.of(name, value)));
        // JMH cannot compare rows of one benchmark that have different parameters. If one row of a benchmark has a
        // parameter, all rows have it.
        for (Parameter parameter : told) {
            String value = parameter.of(cell);
            workload.put(parameter.id(), value, indices.of(parameter.id(), value));
        }
        int threads = user.getThreads().orElse(benchmark.entry().getThreads().orElse(Defaults.THREADS));
        int[] groups = user.getThreadGroups().orElse(benchmark.entry().getThreadGroups());
        Map<String, String> facts = forks.iterator().next().note().facts();
        TimeUnit unit =
                user.getTimeUnit().orElse(benchmark.entry().getTimeUnit().orElse(Defaults.OUTPUT_TIMEUNIT));
        return new BenchmarkParams(
                benchmark.qualifiedName(),
                benchmark.entry().generatedTarget(),
                user.shouldSyncIterations().orElse(mode != Mode.SingleShotTime && Defaults.SYNC_ITERATIONS),
                threads == org.openjdk.jmh.annotations.Threads.MAX
                        ? Runtime.getRuntime().availableProcessors()
                        : threads,
                groups,
                benchmark.entry().getThreadGroupLabels().orElse(List.of()),
                forks.size(),
                user.getWarmupForkCount().orElse(0),
                new IterationParams(
                        IterationType.WARMUP,
                        timing.warmups(),
                        mode == Mode.SingleShotTime ? TimeValue.NONE : TimeValue.milliseconds(timing.warmupMillis()),
                        user.getWarmupBatchSize()
                                .orElse(benchmark.entry().getWarmupBatchSize().orElse(Defaults.WARMUP_BATCHSIZE))),
                new IterationParams(
                        IterationType.MEASUREMENT,
                        timing.iterations(),
                        mode == Mode.SingleShotTime ? TimeValue.NONE : TimeValue.milliseconds(timing.iterationMillis()),
                        user.getMeasurementBatchSize()
                                .orElse(benchmark
                                        .entry()
                                        .getMeasurementBatchSize()
                                        .orElse(Defaults.MEASUREMENT_BATCHSIZE))),
                mode,
                workload,
                unit,
                user.getOperationsPerInvocation()
                        .orElse(benchmark.entry().getOperationsPerInvocation().orElse(Defaults.OPS_PER_INVOCATION)),
                facts.getOrDefault("jvm", settings.jvm()),
                settings.forCodec(cell.codec()).flags(),
                facts.getOrDefault("jdk.version", ""),
                facts.getOrDefault("vm.name", ""),
                facts.getOrDefault("vm.version", ""),
                JmhVersion.packaged(),
                user.getTimeout().orElse(Defaults.TIMEOUT));
    }

    /** Numbers the values of each parameter in the order in which they occur. */
    private static final class Indices {
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        int of(String parameter, String value) {
            List<String> known = values.computeIfAbsent(parameter, name -> new ArrayList<>());
            if (!known.contains(value)) {
                known.add(value);
            }
            return known.indexOf(value);
        }
    }
}
