package dev.pipemark.capability;

import dev.pipemark.record.Carrying;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Probes many codecs, a few at a time. Each row of the matrix has its own pair of workers. */
public final class MatrixProbe {
    /**
     * One row: a codec, with or without additional flags for its workers.
     *
     * @param flags additional flags of the workers' JVMs, or empty
     */
    public record Row(String codec, List<String> flags) {
        public Row {
            flags = List.copyOf(flags);
        }
    }

    /** Receives each row that is finished. Called on several threads. */
    public interface Progress {
        void finished(Row row, List<ValueCheck> checks);
    }

    private final ValueProbe probe;
    private final BooleanSupplier stopped;

    /** The times of each row's codec, by payload. */
    private final Map<Row, Map<String, Carrying.Coder>> times = new ConcurrentHashMap<>();

    /**
     * Creates a probe.
     *
     * @param stopped whether the probe must end early. Finished rows are kept.
     */
    public MatrixProbe(WorkerSettings settings, BooleanSupplier stopped) {
        this.probe = new ValueProbe(settings);
        this.stopped = stopped;
    }

    /**
     * Describes newly created values.
     *
     * @param kept the payloads whose values are kept for other processes, if Java's serialization does not change them
     * @throws IOException if a value cannot be created or described. The message gives the reason.
     */
    public ValueProbe.Originals originals(List<String> values, Set<String> kept) throws IOException {
        return probe.originals(values, kept);
    }

    /**
     * Tries every value with every row.
     *
     * @return a check for each pair, row by row. Fewer if the probe was stopped.
     * @throws IOException if no worker can be started
     */
    public List<ValueCheck> run(List<Row> rows, ValueProbe.Originals originals, Progress progress) throws IOException {
        List<String> values = originals.ids();
        return Parallel.map(rows, row -> {
            List<ValueCheck> checks = row(row, originals, values);
            progress.finished(row, checks);
            return checks;
        });
    }

    /** Returns the times of a row's codec with the payloads that it has carried so far, by payload. */
    public Map<String, Carrying.Coder> times(Row row) {
        return Map.copyOf(times.getOrDefault(row, Map.of()));
    }

    private List<ValueCheck> row(Row row, ValueProbe.Originals originals, List<String> values) {
        List<ValueCheck> checks = new ArrayList<>();
        if (stopped.getAsBoolean()) {
            return checks;
        }
        try {
            probe.probe(
                    row.codec(),
                    row.flags(),
                    originals,
                    check -> {
                        if (stopped.getAsBoolean()) {
                            throw new StoppedException();
                        }
                        checks.add(check);
                    },
                    (payload, measured) -> times.computeIfAbsent(row, each -> new ConcurrentHashMap<>())
                            .put(payload, measured));
        } catch (StoppedException e) {
            // The user's Ctrl-C may have ended a worker, which says nothing about its codec.
            return List.copyOf(checks);
        } catch (IOException | UncheckedIOException e) {
            // Keeps the checks made before.
            Set<String> tried = new HashSet<>();
            checks.forEach(check -> tried.add(check.value()));
            for (String value : values) {
                if (!tried.contains(value)) {
                    checks.add(new ValueCheck(
                            row.codec(),
                            !row.flags().isEmpty(),
                            value,
                            ValueOutcome.DIED,
                            String.valueOf(e.getMessage()),
                            false));
                }
            }
        }
        return List.copyOf(checks);
    }

    /** Leaves a row early. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped", null, false, false);
        }
    }
}
