package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON that JMH writes with {@code -rf json}, for any suite. A row of {@code rawData} is a fork. A fork with
 * a score that is not a number counts as failed. Each secondary metric that is a method of a {@code @Group} or a
 * counter is a separate cell, {@code org.example.Queue.both:offer}.
 *
 * <p>The suite's own benchmarks are named by their method, as in a results folder. Others are named by class and
 * method.
 */
final class JmhJson {
    /** The facts that such a file lacks. */
    static final List<String> UNKNOWNS = List.of(
            "the machine and its load",
            "the date",
            "whether its payloads had the same values",
            "encoded sizes",
            "the differences between repeated cells: if it has none, its δ is 3 %",
            "whether the order was interleaved",
            "cells that failed: they are missing from the file");

    /** Before JMH wrote NaN and infinities as strings, it wrote them as bare words, which are not JSON. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Fork> forks = new ArrayList<>();
    private final Map<Cell, JmhScore> printed = new LinkedHashMap<>();
    private final Set<String> profiled = new LinkedHashSet<>();

    private JmhJson(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the file cannot be read, is truncated or empty, or has another format
     */
    static JmhFile read(Path file) throws IOException {
        JsonNode tree;
        try {
            tree = tree(Files.readAllBytes(file));
        } catch (MismatchedInputException e) {
            throw new IOException(file + " has more than one list of results: write each run to a file of its own", e);
        } catch (JacksonException e) {
            throw new IOException(
                    file + " is not complete, valid JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
        if (tree.isMissingNode()) {
            throw new IOException(file + " is empty");
        }
        if (!tree.isArray()) {
            throw new IOException(file + " is not JMH's JSON, which is a list of results with rawData in each");
        }
        if (tree.isEmpty()) {
            throw new IOException(file + " is an empty list of results");
        }
        return new JmhJson(file).results(tree.valueStream().map(JmhResult::new).toList());
    }

    /**
     * Older versions of JMH wrote in the system's charset. Bytes that are not UTF-8 are read as Latin-1, which accepts
     * any byte.
     */
    private static JsonNode tree(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            String latin = new String(bytes, StandardCharsets.ISO_8859_1);
            if (new String(bytes, StandardCharsets.UTF_8).indexOf('\ufffd') < 0) {
                throw e;
            }
            return MAPPER.readTree(latin);
        }
    }

    private JmhFile results(List<JmhResult> results) throws IOException {
        Map<Cell, List<JmhResult>> named = new LinkedHashMap<>();
        for (JmhResult result : results) {
            if (result.benchmark().isEmpty()) {
                throw new IOException(file + " is not JMH's JSON: a result does not name its benchmark");
            }
            named.computeIfAbsent(result.cell(), cell -> new ArrayList<>()).add(result);
        }
        for (Map.Entry<Cell, List<JmhResult>> entry : named.entrySet()) {
            for (JmhResult result : entry.getValue()) {
                add(distinct(entry.getKey(), result, entry.getValue()), result);
            }
        }
        RunInfo info = new RunInfo(
                String.valueOf(file.getFileName()),
                "JMH",
                List.of(),
                0,
                0,
                Double.NaN,
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                cells,
                List.of());
        Run run = new Run(info, List.of(), List.of(), forks, new RunEnd("complete", Double.NaN, Map.of()));
        boolean members = results.stream().anyMatch(result -> !result.members().isEmpty());
        return new JmhFile(run, printed, members, List.copyOf(profiled));
    }

    /** Separates the cells of a benchmark that ran in several modes or with several numbers of threads. */
    private static Cell distinct(Cell cell, JmhResult result, List<JmhResult> alike) {
        Map<String, String> parameters = new TreeMap<>(cell.parameters());
        result.conditions().options().forEach((option, value) -> {
            if (alike.stream()
                    .anyMatch(
                            other -> !value.equals(other.conditions().options().get(option)))) {
                parameters.put(option, value);
            }
        });
        return Cell.of(cell.benchmark(), cell.codec(), cell.payload(), parameters);
    }

    private void add(Cell cell, JmhResult result) throws IOException {
        if (cells.contains(cell)) {
            throw new IOException(
                    file + " has two results for " + cell.name() + ": write each run to a file of its own");
        }
        JmhMetric primary = result.primary();
        if (!primary.whole() && primary.printed() == null) {
            throw new IOException(file + " is not JMH's JSON: " + cell.name() + " has neither rawData nor a score");
        }
        if (!primary.nested()) {
            throw new IOException(file + " is not JMH's JSON: rawData of " + cell.name()
                    + " is not a list of forks, each a list of scores");
        }
        add(cell, result, primary);
        result.members().forEach((name, metric) -> add(member(cell, name), result, metric));
        profiled.addAll(result.profiled());
    }

    private static Cell member(Cell cell, String name) {
        return Cell.of(cell.benchmark() + ":" + name, cell.codec(), cell.payload(), cell.parameters());
    }

    private void add(Cell cell, JmhResult result, JmhMetric metric) {
        cells.add(cell);
        JmhScore score = metric.printed();
        if (score != null) {
            printed.put(cell, score);
        }
        List<List<Double>> rows = metric.forks();
        if (rows.isEmpty()) {
            fork(cell, result, metric, 0, List.of(), null);
        }
        for (int row = 0; row < rows.size(); row++) {
            List<Double> scores = rows.get(row);
            boolean numbers = scores.stream().allMatch(Double::isFinite);
            String failure = scores.isEmpty() ? "it has no scores" : numbers ? null : "its score is not a number";
            fork(cell, result, metric, row, numbers ? scores : List.of(), failure);
        }
    }

    private void fork(
            Cell cell, JmhResult result, JmhMetric metric, int row, List<Double> scores, @Nullable String failure) {
        boolean primary = cell.benchmark().equals(result.cell().benchmark());
        forks.add(new Fork(
                cell,
                row + 1,
                forks.size() + 1,
                result.mode(),
                metric.unit().name(),
                scores,
                new ForkNote(primary ? result.allocation(row) : Map.of(), result.facts()),
                Instant.EPOCH,
                Double.NaN,
                failure));
    }
}
