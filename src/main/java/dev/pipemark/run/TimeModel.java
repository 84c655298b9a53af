package dev.pipemark.run;

import dev.pipemark.api.Family;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Benchmark.Work;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Making;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.PayloadFacts;
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
 * about 3 GHz. A run corrects its estimate by the times of its first forks.
 */
public final class TimeModel {
    /** The start of a JVM with JMH, its link to the runner, and its end. */
    static final double FORK = 1.0;
    /** The new values before an iteration, the approach to its turn, and JMH's work around it. */
    static final double AROUND_ITERATION = 0.015;
    /** The start of a worker's JVM, until its handshake. */
    static final double WORKER = 0.5;
    /** The start of a probing worker, and one pair in it, with the sizes of a ring. */
    static final double PROBE_WORKER = 0.9;

    static final double PROBE_PAIR = 0.12;
    /** The number of values that the check of a payload and the computation of its digest make. */
    static final int PAYLOAD_VALUES = 80;

    /** The number of values that the trial of a pair makes. */
    static final int PAIR_VALUES = 60;
    /** The report: the journal, tables, charts. */
    static final double REPORT = 12;

    /** The alternating blocks of the benchmarks by hand, with their warm-up. */
    private static final double TURNS = 1.4;

    /** The mean time until the compilers rest: in one process, in two with little code, in two with a library. */
    private static final double SETTLE_CODER = 1.9;

    private static final double SETTLE_SIMPLE = 1.7;
    private static final double SETTLE = 2.9;
    private static final List<Family> SIMPLE = List.of(Family.PRIMITIVES, Family.BYTES);

    /** The time of the first fill in a process, in which the code that makes values is cold, relative to a later one. */
    private static final double COLD = 2.5;

    private final Benchmarks benchmarks;
    private final Map<String, Making> makings = new HashMap<>();
    private final Set<String> simple = new HashSet<>();

    public TimeModel(Benchmarks benchmarks, Collection<PayloadFacts> payloads) {
        this.benchmarks = benchmarks;
        payloads.stream()
                .filter(payload -> SIMPLE.stream().anyMatch(payload::is))
                .forEach(payload -> simple.add(payload.id()));
        for (PayloadFacts payload : payloads) {
            Making making = payload.making();
            if (making != null) {
                makings.put(payload.id(), making);
            }
        }
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
                + making(cell, timing);
    }

    /**
     * Returns the number of values in the ring that a fork of a cell keeps for all its turns, or 0 if it fills its ring before
     * each turn. It is the same for a whole table.
     */
    int keptRing(Cell cell, Timing timing) {
        Making making = makings.get(cell.payload());
        return making != null && making.exceeds(timing.iterationMillis()) ? making.kept() : 0;
    }

    /**
     * Returns the time to make the values of a fork. The other constants include it if it was not measured.
     *
     * <p>A fork fills its ring at the start. If it does not keep the ring, it fills it again before each iteration. The check
     * after the measurement makes each value again. With a worker, both processes do so, and the worker makes its first values
     * then. A stream is checked in pairs of values.
     */
    private double making(Cell cell, Timing timing) {
        Making making = makings.get(cell.payload());
        if (making == null) {
            return 0;
        }
        int kept = keptRing(cell, timing);
        double fill = kept > 0 ? making.seconds() * kept : making.fill();
        double iterations = kept > 0 ? 0 : timing.warmups() + timing.iterations();
        double checks = work(cell) == Work.CODER ? 1 : COLD + 1;
        boolean pairs = cell.benchmark().equals(Benchmark.STREAM.id());
        return fill * (COLD + iterations + (pairs ? 2 : 1) * checks);
    }

    /** Returns the time of one fork of each cell. */
    double round(Collection<Cell> cells, Timing timing, Options user) {
        return cells.stream().mapToDouble(cell -> fork(cell, timing, user)).sum();
    }

    /** Returns the time to try every pair once. */
    public double probes(Collection<Cell> cells) {
        Set<String> codecs = new HashSet<>();
        Set<String> payloads = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        for (Cell cell : cells) {
            if (Pairs.isPair(cell)) {
                codecs.add(cell.codec());
                payloads.add(cell.payload());
                pairs.add(cell.codec() + " " + cell.payload());
            }
        }
        double values = 0;
        for (String payload : payloads) {
            Making making = makings.get(payload);
            if (making != null) {
                values += making.seconds() * (PAYLOAD_VALUES + codecs.size() * PAIR_VALUES);
            }
        }
        return probes(codecs.size(), pairs.size()) + values;
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

    /** Returns the number of workers of a cell. They start at the same time, mostly on fewer cores. */
    static int workers(Cell cell) {
        try {
            return Integer.parseInt(cell.parameters().getOrDefault(Parameter.WORKERS.id(), "1"));
        } catch (NumberFormatException e) {
            // The fork fails, with the message that this is not a number.
            return 1;
        }
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
