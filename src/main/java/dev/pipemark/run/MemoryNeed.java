package dev.pipemark.run;

import dev.pipemark.machine.Memory;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Copies;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a sitting needs of the machine's memory: all of its forks and their workers are alive at once. Looked at for every
 * table before the first fork, since a run whose twelfth table does not fit would end after an hour.
 */
final class MemoryNeed {
    /**
     * Of a fork's own process and of each of its workers, MiB, where this run has measured nothing of the kind. More than the
     * largest process of a standard run held: {@code parent-rss} and {@code worker-rss} in its {@code results.csv}.
     */
    static final long PROCESS = 192;

    /** What stays for this process, for the system and for its caches, MiB. */
    static final long RESERVE = 1024;

    private final Map<Cell, Double> cells = new HashMap<>();
    private final Map<String, Double> benchmarks = new HashMap<>();

    /**
     * @param forks that tell what those of their cells and benchmarks need
     */
    private MemoryNeed(List<Fork> forks) {
        for (Fork fork : forks) {
            Map<Metric, Double> metrics = fork.note().metrics();
            Double parent = metrics.get(Metric.PARENT_RSS);
            if (parent != null) {
                double both = parent + metrics.getOrDefault(Metric.WORKER_RSS, 0.0);
                cells.merge(fork.cell(), both, Math::max);
                benchmarks.merge(fork.cell().benchmark(), both, Math::max);
            }
        }
    }

    /**
     * Why a run cannot be measured side by side; nothing where each of its sittings fits.
     *
     * @param run its plan, and what of it is done
     */
    static Optional<String> refusal(Run run, Memory memory) {
        if (memory.available() < 0) {
            return Optional.empty();
        }
        MemoryNeed need = new MemoryNeed(run.forks());
        Map<String, PairCheck> pairs = run.pairs();
        Map<String, List<Cell>> sittings = new LinkedHashMap<>();
        for (Cell cell : run.info().cells()) {
            PairCheck check = pairs.get(Pairs.key(cell.codec(), cell.payload()));
            if (check == null || check.exact()) {
                sittings.computeIfAbsent(Copies.base(cell).table(), table -> new ArrayList<>())
                        .add(cell);
            }
        }
        return sittings.values().stream()
                .max(Comparator.comparingDouble(need::of))
                .filter(largest -> need.of(largest) + RESERVE > memory.available())
                .map(largest -> sentence(largest, need.of(largest), memory));
    }

    private static String sentence(List<Cell> sitting, double needed, Memory memory) {
        Cell first = sitting.get(0);
        return String.format(
                Locale.ROOT,
                "a round of %s %s needs about %,d MiB for %s at once, and %,d MiB are available, of which %,d stay free:"
                        + " choose fewer --codecs, other --payloads, or --order interleaved, which runs one fork at a time",
                first.benchmark(),
                first.payload(),
                Math.round(needed),
                sitting.size() == 1 ? "its fork" : "its " + sitting.size() + " forks",
                memory.available(),
                RESERVE);
    }

    private double of(List<Cell> sitting) {
        return sitting.stream().mapToDouble(this::of).sum();
    }

    private double of(Cell cell) {
        Double own = cells.get(cell);
        Double measured = own != null ? own : benchmarks.get(cell.benchmark());
        return measured != null ? measured : PROCESS * (1 + workers(cell));
    }

    private static int workers(Cell cell) {
        boolean alone =
                Benchmark.of(cell).map(Benchmark::work).orElse(Benchmark.Work.MESSAGES) != Benchmark.Work.MESSAGES
                        || !Parameter.TRANSPORT.usual(cell);
        return alone ? 0 : TimeModel.workers(cell);
    }
}
