package dev.pipemark.capability;

import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Probes many codecs, a few at a time: each row of the matrix has its own pair of workers. */
public final class MatrixProbe {
    /**
     * One row: a codec, by itself or with more flags for its workers.
     *
     * @param flags of the workers' JVMs; none for the row without
     */
    public record Row(String codec, List<String> flags) {
        public Row {
            flags = List.copyOf(flags);
        }
    }

    /** Is told of each row that is finished; called on several threads. */
    public interface Progress {
        void finished(Row row, List<ValueCheck> checks);
    }

    private final ValueProbe probe;
    private final BooleanSupplier stopped;

    /**
     * @param stopped whether the probes are to end early; what is finished by then is kept
     */
    public MatrixProbe(WorkerSettings settings, BooleanSupplier stopped) {
        this.probe = new ValueProbe(settings);
        this.stopped = stopped;
    }

    /**
     * Describes values as they are made.
     *
     * @throws IOException when one cannot be made or described, with the reason
     */
    public ValueProbe.Originals originals(List<String> values) throws IOException {
        return probe.originals(values);
    }

    /**
     * Tries every value with every row.
     *
     * @return a check for each of them, row by row; fewer when it was stopped
     * @throws IOException when no worker can be started at all
     */
    public List<ValueCheck> run(List<Row> rows, ValueProbe.Originals originals, Progress progress) throws IOException {
        List<String> values = originals.ids();
        return Parallel.map(rows, row -> {
            List<ValueCheck> checks = row(row, originals, values);
            progress.finished(row, checks);
            return checks;
        });
    }

    private List<ValueCheck> row(Row row, ValueProbe.Originals originals, List<String> values) {
        List<ValueCheck> checks = new ArrayList<>();
        if (stopped.getAsBoolean()) {
            return checks;
        }
        try {
            probe.probe(row.codec(), row.flags(), originals, check -> {
                if (stopped.getAsBoolean()) {
                    throw new StoppedException();
                }
                checks.add(check);
            });
        } catch (StoppedException e) {
            // A worker that died of the user's own Ctrl-C says nothing about its codec.
            return List.copyOf(checks);
        } catch (IOException | UncheckedIOException e) {
            // What was found out before stays.
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

    /** Leaves a row from within. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped", null, false, false);
        }
    }
}
