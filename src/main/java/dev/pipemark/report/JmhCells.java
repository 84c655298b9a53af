package dev.pipemark.report;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts the cells of somebody else's suite into tables of which one thing differs from row to row, so that they can be
 * ranked like codecs. That is the parameter {@code codec} where there is one; else the method, among methods of a class
 * with equal parameters; else, for a class with one method, its parameters.
 */
final class JmhCells {
    /**
     * Where a cell came from.
     *
     * @param type the class of the benchmark, by its full name
     * @param method its name
     * @param parameters as they were given
     * @param mode JMH's
     */
    record Origin(String type, String method, SortedMap<String, String> parameters, String mode) {}

    private static final String CODEC = "codec";
    private static final String PAYLOAD = "payload";
    /** Told of benchmarks that ran in several modes. */
    private static final String THREADS = "threads";

    private final Map<Cell, Origin> origins = new LinkedHashMap<>();
    private final Map<Cell, Cell> places = new LinkedHashMap<>();
    /** Whether no two results have other numbers of threads. */
    private final boolean same;

    private final Run run;

    private JmhCells(Run run) {
        Map<Cell, String> modes = new HashMap<>();
        run.forks().forEach(fork -> modes.put(fork.cell(), fork.mode()));
        Set<String> threads = new HashSet<>();
        run.info().cells().forEach(cell -> threads.add(cell.parameters().getOrDefault(THREADS, "")));
        threads.remove("");
        this.same = threads.size() == 1;
        Map<String, Set<String>> methods = new HashMap<>();
        for (Cell cell : run.info().cells()) {
            Origin origin = origin(cell, modes.getOrDefault(cell, ""));
            methods.computeIfAbsent(origin.type(), type -> new HashSet<>()).add(origin.method());
        }
        for (Cell cell : run.info().cells()) {
            Origin origin = origin(cell, modes.getOrDefault(cell, ""));
            boolean alone = methods.getOrDefault(origin.type(), Set.of()).size() == 1;
            Cell place = place(origin, alone);
            while (origins.containsKey(place)) {
                // Parameters with odd values can read alike.
                place = Cell.of(place.benchmark(), place.codec() + "'", place.payload(), place.parameters());
            }
            places.put(cell, place);
            origins.put(place, origin);
        }
        this.run = moved(run);
    }

    static JmhCells of(Run run) {
        return new JmhCells(run);
    }

    /** The same results under the names that they are ranked by. */
    Run run() {
        return run;
    }

    Origin origin(Cell place) {
        return origins.getOrDefault(place, new Origin("", place.benchmark(), new TreeMap<>(), ""));
    }

    /** Classes in the file's order. */
    List<String> types() {
        return origins.values().stream().map(Origin::type).distinct().toList();
    }

    private Origin origin(Cell cell, String mode) {
        int dot = cell.benchmark().lastIndexOf('.');
        SortedMap<String, String> parameters = new TreeMap<>(cell.parameters());
        // The suite's own cells have them out of their parameters already.
        if (!cell.codec().equals(Cell.NONE)) {
            parameters.put(CODEC, cell.codec());
        }
        if (!cell.payload().equals(Cell.NONE)) {
            parameters.put(PAYLOAD, cell.payload());
        }
        // Where a benchmark ran in several modes, JMH's file is read as if these were parameters.
        parameters.remove("mode", mode);
        if (same) {
            parameters.remove(THREADS);
        }
        return new Origin(
                dot < 0 ? "" : cell.benchmark().substring(0, dot),
                cell.benchmark().substring(dot + 1),
                parameters,
                mode);
    }

    private static Cell place(Origin origin, boolean alone) {
        Map<String, String> parameters = new LinkedHashMap<>();
        // Names that mean something in the suite's own cells must not mean it here.
        origin.parameters().forEach((name, value) -> parameters.put(":" + name, value));
        parameters.put("mode", origin.mode());
        String benchmark = origin.type() + "." + origin.method();
        String codec = parameters.remove(":" + CODEC);
        String payload = parameters.remove(":" + PAYLOAD);
        String on = payload == null ? Cell.NONE : payload;
        if (codec != null) {
            return Cell.of(benchmark, codec, on, parameters);
        } else if (!alone) {
            return Cell.of(origin.type(), origin.method(), on, parameters);
        }
        String arm = text(origin.parameters());
        return Cell.of(benchmark, arm.isEmpty() ? origin.method() : arm, Cell.NONE, Map.of("mode", origin.mode()));
    }

    /** {@code size=10 text=long}. */
    static String text(SortedMap<String, String> parameters) {
        List<String> all = new ArrayList<>();
        parameters.forEach((name, value) -> all.add(name + "=" + value));
        return String.join(" ", all);
    }

    private Run moved(Run from) {
        RunInfo info = from.info();
        List<Fork> forks = from.forks().stream()
                .map(fork -> new Fork(
                        places.getOrDefault(fork.cell(), fork.cell()),
                        fork.round(),
                        fork.position(),
                        fork.mode(),
                        fork.unit(),
                        fork.scores(),
                        fork.note(),
                        fork.started(),
                        fork.seconds(),
                        fork.failure()))
                .toList();
        RunInfo with = new RunInfo(
                info.id(),
                info.preset(),
                info.commandLine(),
                info.seed(),
                info.rounds(),
                info.estimateSeconds(),
                info.started(),
                info.settings(),
                info.environment(),
                info.libraries(),
                info.codecs(),
                info.payloads(),
                List.copyOf(places.values()),
                info.notes());
        return new Run(with, from.checks(), from.sizes(), forks, from.end());
    }
}
