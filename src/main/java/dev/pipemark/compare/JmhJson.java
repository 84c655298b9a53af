package dev.pipemark.compare;

import dev.pipemark.machine.Environment;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON that JMH writes with {@code -rf json}, of whatever suite. A row of {@code rawData} is a fork; numbers
 * that JSON does not have are strings there ({@code "NaN"}), and a fork with one of them counts as failed.
 *
 * <p>The suite's own benchmarks go by their method, as in a results folder; others by class and method.
 */
final class JmhJson {
    /** What such a file does not tell. */
    static final List<String> UNKNOWNS = List.of(
            "the machine, and what else it was doing",
            "the date",
            "whether its payloads had the same values",
            "encoded sizes",
            "what its repeated cells differ by, unless it has some: δ is 3 % on its account",
            "whether the order was interleaved",
            "cells that failed: they are missing from the file");

    private static final String OWN = "dev.pipemark.bench.";
    private static final String JMH_ALLOCATION = "gc.alloc.rate.norm";
    private static final Map<Metric, String> PERCENTILES = Map.of(
            Metric.P50, "50.0", Metric.P90, "90.0", Metric.P99, "99.0", Metric.P999, "99.9", Metric.MAX, "100.0");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Fork> forks = new ArrayList<>();

    private JmhJson(Path file) {
        this.file = file;
    }

    /**
     * @throws IOException when it cannot be read, is cut short, is something else, or holds nothing
     */
    static Run read(Path file) throws IOException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new IOException(
                    file + " is not whole JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
        if (!tree.isArray()) {
            throw new IOException(file + " is not JMH's JSON, which is a list of results with rawData in each");
        }
        if (tree.isEmpty()) {
            throw new IOException(file + " is an empty list of results");
        }
        return new JmhJson(file).run(tree);
    }

    /** Whether it is a benchmark of another suite: these go by class and method. */
    static boolean foreign(Cell cell) {
        return cell.benchmark().indexOf('.') >= 0;
    }

    private Run run(JsonNode results) throws IOException {
        Map<Cell, List<JsonNode>> named = new LinkedHashMap<>();
        for (JsonNode result : results) {
            named.computeIfAbsent(cell(result), cell -> new ArrayList<>()).add(result);
        }
        for (Map.Entry<Cell, List<JsonNode>> entry : named.entrySet()) {
            for (JsonNode result : entry.getValue()) {
                Cell cell = entry.getValue().size() == 1 ? entry.getKey() : distinct(entry.getKey(), result);
                if (cells.contains(cell)) {
                    throw new IOException(file + " has two results for " + cell.key()
                            + ": results of several runs need a file for each");
                }
                cells.add(cell);
                forks(cell, result);
            }
        }
        long rounds = forks.stream().mapToInt(Fork::round).max().orElse(0);
        JsonNode first = results.get(0);
        RunInfo info = new RunInfo(
                String.valueOf(file.getFileName()),
                "JMH",
                List.of(),
                0,
                (int) rounds,
                Double.NaN,
                Instant.EPOCH,
                settings(first),
                Map.of("jdk.vm", vm(first)),
                Map.of(),
                List.of(),
                List.of(),
                cells,
                List.of());
        return new Run(info, List.of(), List.of(), forks, new RunEnd("complete", Double.NaN, Map.of()));
    }

    private Cell cell(JsonNode result) throws IOException {
        String name = text(result, "benchmark");
        if (name.isEmpty()) {
            throw new IOException(file + " is not JMH's JSON: a result does not name its benchmark");
        }
        Map<String, String> parameters = new TreeMap<>();
        for (Map.Entry<String, JsonNode> parameter : result.path("params").properties()) {
            parameters.put(parameter.getKey(), parameter.getValue().asString());
        }
        if (!name.startsWith(OWN)) {
            return Cell.of(name, Cell.NONE, Cell.NONE, parameters);
        }
        // The first of several arms has no parameter of its own in a results folder.
        parameters.remove(Parameter.ARM.id(), Parameter.ARM.unsaid());
        String codec = parameters.remove("codec");
        String payload = parameters.remove("payload");
        return Cell.of(
                name.substring(name.lastIndexOf('.') + 1),
                codec == null ? Cell.NONE : codec,
                payload == null ? Cell.NONE : payload,
                parameters);
    }

    /** A benchmark that ran in several modes, or with several numbers of threads, is as many cells. */
    private static Cell distinct(Cell cell, JsonNode result) {
        Map<String, String> parameters = new TreeMap<>(cell.parameters());
        parameters.put("mode", text(result, "mode"));
        parameters.put("threads", text(result, "threads"));
        return Cell.of(cell.benchmark(), cell.codec(), cell.payload(), parameters);
    }

    private void forks(Cell cell, JsonNode result) throws IOException {
        JsonNode metric = result.path("primaryMetric");
        JsonNode rows = metric.has("rawData") ? metric.get("rawData") : metric.path("rawDataHistogram");
        if (!rows.isArray()) {
            throw new IOException(file + " is not JMH's JSON: " + cell.key() + " has no rawData");
        }
        JmhUnit unit = JmhUnit.of(text(metric, "scoreUnit"));
        int round = 0;
        for (JsonNode row : rows) {
            List<Double> scores = new ArrayList<>();
            for (JsonNode iteration : row) {
                scores.add(unit.factor() * (iteration.isArray() ? mean(iteration) : number(iteration)));
            }
            boolean whole = !scores.isEmpty() && scores.stream().allMatch(Double::isFinite);
            forks.add(new Fork(
                    cell,
                    ++round,
                    forks.size() + 1,
                    text(result, "mode"),
                    unit.name(),
                    whole ? scores : List.of(),
                    new ForkNote(metrics(result, unit, round - 1), facts(result)),
                    Instant.EPOCH,
                    Double.NaN,
                    whole ? null : scores.isEmpty() ? "it has no scores" : "its score is no number"));
        }
    }

    /** The mean of one iteration's samples, which are pairs of a value and its count. */
    private static double mean(JsonNode histogram) {
        double sum = 0;
        double count = 0;
        for (JsonNode bin : histogram) {
            sum += number(bin.path(0)) * number(bin.path(1));
            count += number(bin.path(1));
        }
        return sum / count;
    }

    /**
     * Allocation per operation: the suite's own metrics, else what JMH's {@code gc} profiler counts of the whole fork. And
     * percentiles of single calls, where those were sampled: JMH has them for all forks together.
     */
    private static Map<Metric, Double> metrics(JsonNode result, JmhUnit unit, int fork) {
        JsonNode secondary = result.path("secondaryMetrics");
        Map<Metric, Double> metrics = new TreeMap<>();
        put(metrics, Metric.PARENT_ALLOCATION, secondary.path(Metric.PARENT_ALLOCATION.id()), fork);
        put(metrics, Metric.WORKER_ALLOCATION, secondary.path(Metric.WORKER_ALLOCATION.id()), fork);
        if (metrics.isEmpty()) {
            put(metrics, Metric.PARENT_ALLOCATION, secondary.path(JMH_ALLOCATION), fork);
            // JMH before 1.37 puts a dot before the names of what profilers measure.
            put(metrics, Metric.PARENT_ALLOCATION, secondary.path("·" + JMH_ALLOCATION), fork);
        }
        if (text(result, "mode").equals("sample")) {
            JsonNode percentiles = result.path("primaryMetric").path("scorePercentiles");
            PERCENTILES.forEach((metric, name) -> {
                double value = unit.factor() * number(percentiles.path(name));
                if (Double.isFinite(value)) {
                    metrics.put(metric, value);
                }
            });
        }
        return metrics;
    }

    private static void put(Map<Metric, Double> metrics, Metric name, JsonNode metric, int fork) {
        JsonNode row = metric.path("rawData").path(fork);
        double sum = 0;
        for (JsonNode iteration : row) {
            sum += number(iteration);
        }
        // What a fork reports once for all its iterations has no rows, only a score.
        double value = row.isEmpty() ? number(metric.path("score")) : sum / row.size();
        if (Double.isFinite(value)) {
            metrics.put(name, value);
        }
    }

    private static Map<String, String> facts(JsonNode result) {
        return Map.of("java", vm(result));
    }

    private static Map<String, String> settings(JsonNode result) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("-wi", text(result, "warmupIterations"));
        settings.put("-w", text(result, "warmupTime"));
        settings.put("-i", text(result, "measurementIterations"));
        settings.put("-r", text(result, "measurementTime"));
        List<String> flags = new ArrayList<>();
        result.path("jvmArgs").forEach(flag -> flags.add(flag.asString()));
        settings.put("flags", String.join(" ", flags));
        return settings;
    }

    private static String vm(JsonNode result) {
        String vm = (text(result, "vmName") + " " + text(result, "vmVersion")).strip();
        return vm.isEmpty() ? Environment.UNKNOWN : vm;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
}
