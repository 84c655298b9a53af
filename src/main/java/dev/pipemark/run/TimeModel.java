package dev.pipemark.run;

import dev.pipemark.api.Family;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Benchmark.Work;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.record.RunInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;

/**
 * The planned times of cells, in seconds, before any has run. The constants are times of such forks on two cores at
 * about 3 GHz. {@link ValueTimes} adds to them for a large class. A run corrects its estimate by the times of its first forks.
 */
public final class TimeModel {
    /** The start of a JVM with JMH, its link to the runner, and its end. */
    static final double FORK = 1.0;
    /** The new values before an iteration, the messages before its clock starts, and JMH's work around it. */
    static final double AROUND_ITERATION = 0.015;
    /** The start of a worker's JVM, until its handshake. */
    static final double WORKER = 0.5;
    /** The start of a probing worker, and one pair in it, with the sizes of a ring. */
    static final double PROBE_WORKER = 0.9;

    static final double PROBE_PAIR = 0.12;
    /** The report: the journal, tables, charts. */
    static final double REPORT = 12;

    /** The alternating blocks of the benchmarks by hand, with their warm-up. */
    private static final double TURNS = 1.4;

    /** The mean time until the compilers rest: in one process, in two with little code, in two with a library. */
    private static final double SETTLE_CODER = 1.9;

    private static final double SETTLE_SIMPLE = 1.7;
    private static final double SETTLE = 2.9;
    private static final List<Family> SIMPLE = List.of(Family.PRIMITIVES, Family.BYTES);

    private final Benchmarks benchmarks;
    private final Map<String, ValueTimes> values = new HashMap<>();
    private final Set<String> simple = new HashSet<>();

    public TimeModel(Benchmarks benchmarks, Collection<PayloadFacts> payloads) {
        this.benchmarks = benchmarks;
        payloads.stream()
                .filter(payload -> SIMPLE.stream().anyMatch(payload::is))
                .forEach(payload -> simple.add(payload.id()));
        payloads.forEach(payload -> values.put(payload.id(), ValueTimes.of(payload)));
    }

    /** Returns the time of one fork of a cell. */
    public double fork(Cell cell, Timing timing, JmhArguments user) {
        return fork(cell, timing, user.options());
    }

    double fork(Cell cell, Timing timing, Options user) {
        Mode mode = Modes.of(cell, benchmarks.named(cell.benchmark()), user);
        double iterations = timing.in(cell.benchmark(), mode, user).seconds(mode);
        boolean alone =
                work(cell) != Work.MESSAGES || Parameter.TRANSPORT.of(cell).equals("memory");
        return FORK
                + (alone ? 0 : WORKER * workers(cell))
                + settling(cell, timing)
                + (Benchmark.of(cell).map(Benchmark::byHand).orElse(false) ? TURNS : 0)
                + iterations
                + timing.iterations() * AROUND_ITERATION
                + values(cell.payload()).fork(cell, work(cell), timing);
    }

    /**
     * Returns the number of values in the ring that a fork of a cell keeps for all its turns, or 0 if it fills its ring before
     * each turn. It is the same for a whole table.
     */
    int keptRing(Cell cell, Timing timing) {
        return values(cell.payload()).keptRing(timing);
    }

    /** Returns the time of the forks that are left of a run, and of its report. */
    public double left(RunInfo info, Collection<PlannedFork> forks) {
        List<Cell> cells = forks.stream().map(PlannedFork::cell).toList();
        Options user = JmhArguments.parse(info.plan().jmh()).options();
        return round(cells, Timing.of(info.plan().times()), user) + REPORT;
    }

    /** Returns the time of one fork of each cell. */
    double round(Collection<Cell> cells, Timing timing, Options user) {
        return cells.stream().mapToDouble(cell -> fork(cell, timing, user)).sum();
    }

    /** Returns the time to try every pair once. */
    public double probes(Collection<Cell> cells) {
        Map<String, List<String>> byCodec = Pairs.byCodec(cells);
        Set<String> payloads = new HashSet<>();
        byCodec.values().forEach(payloads::addAll);
        double seconds = payloads.stream()
                .mapToDouble(payload -> values(payload).check())
                .sum();
        int pairs = 0;
        for (Map.Entry<String, List<String>> codec : byCodec.entrySet()) {
            pairs += codec.getValue().size();
            for (String payload : codec.getValue()) {
                seconds += values(payload).trial(codec.getKey());
            }
        }
        return probes(byCodec.size(), pairs) + seconds;
    }

    /** Returns the time to try this number of pairs of this number of codecs. */
    public double probes(int codecs, int pairs) {
        return codecs * PROBE_WORKER + pairs * PROBE_PAIR;
    }

    /**
     * Returns the time of a run, from the first probe to the report.
     *
     * @param round the cells of all forks of a round. A cell that joins the groups of its table occurs several times
     */
    public double run(Plan plan, List<Cell> round, Offer offer, JmhArguments user) {
        double planned = run(round, plan.rounds(), plan.timing(), user.options());
        if (!Presets.triesEveryPair(plan.name())) {
            return planned;
        }
        int codecs = offer.codecs().size();
        return planned
                - probes(plan.cells())
                + probes(codecs, codecs * offer.payloads().size());
    }

    double run(Collection<Cell> cells, int rounds, Timing timing, Options user) {
        return probes(cells) + rounds * round(cells, timing, user) + REPORT;
    }

    /** Returns the number of workers of a cell. They start at the same time, usually on fewer cores than workers. */
    static int workers(Cell cell) {
        return ValueTimes.number(cell, Parameter.WORKERS, 1);
    }

    private ValueTimes values(String payload) {
        return values.getOrDefault(payload, ValueTimes.NONE);
    }

    /** Returns the work of a benchmark. One that is not the suite's counts as the most expensive kind. */
    private static Work work(Cell cell) {
        return Benchmark.of(cell).map(Benchmark::work).orElse(Work.MESSAGES);
    }

    private double settling(Cell cell, Timing timing) {
        double expected = switch (work(cell)) {
            case NONE -> 0;
            case CODER -> SETTLE_CODER;
            case MESSAGES -> simple.contains(cell.payload()) ? SETTLE_SIMPLE : SETTLE;
        };
        return Math.min(timing.settleMillis() / 1e3, expected);
    }
}
