package dev.pipemark.report;

import dev.pipemark.record.Cell;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds runs for tests: plans and results. */
public final class RunBuilder {
    private final int rounds;
    private final List<CodecFacts> codecs = new ArrayList<>();
    private final List<PayloadFacts> payloads = new ArrayList<>();
    private final Set<Cell> cells = new LinkedHashSet<>();
    private final Map<String, String> facts = new HashMap<>();
    private final Map<Cell, Integer> finished = new HashMap<>();
    private final List<Fork> forks = new ArrayList<>();
    private final List<PairCheck> checks = new ArrayList<>();
    private final List<PairSizes> sizes = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>(Map.of("-i", "1"));
    private String end = "complete";
    private final Map<String, String> before = new LinkedHashMap<>(Map.of("load1", "0.10"));
    private final Map<String, String> after = new LinkedHashMap<>(Map.of("load1", "1.10"));

    public RunBuilder(int rounds) {
        this.rounds = rounds;
    }

    public RunBuilder codec(String id, String badge, boolean safe) {
        codecs.add(new CodecFacts(id, badge, "nothing much", "org.example:" + id, "1.2.3", safe));
        return this;
    }

    public RunBuilder codec(CodecFacts facts) {
        codecs.add(facts);
        return this;
    }

    public RunBuilder payload(String id, String family) {
        payloads.add(new PayloadFacts(id, family));
        return this;
    }

    /** Adds a setting. */
    public RunBuilder setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Adds a note to the forks of all later cells. */
    public RunBuilder noted(String name, String value) {
        facts.put(name, value);
        return this;
    }

    /** Plans a cell; one fork finishes for each score. */
    public RunBuilder cell(String benchmark, String codec, String payload, String parameters, double... scores) {
        return cell(benchmark, codec, payload, parameters, Map.of(), scores);
    }

    public RunBuilder cell(
            String benchmark,
            String codec,
            String payload,
            String parameters,
            Map<Metric, Double> metrics,
            double... scores) {
        Cell cell = plan(benchmark, codec, payload, parameters);
        for (double score : scores) {
            fork(cell, List.of(score), new ForkNote(metrics, facts), null);
        }
        return this;
    }

    /** Plans a cell whose forks have a value of a metric each. */
    public RunBuilder cell(
            String benchmark, String codec, String payload, Metric metric, double[] values, double... scores) {
        Cell cell = plan(benchmark, codec, payload, "");
        for (int i = 0; i < scores.length; i++) {
            fork(cell, List.of(scores[i]), new ForkNote(Map.of(metric, values[i]), Map.of()), null);
        }
        return this;
    }

    /** Plans a cell of a table in groups, unless it is planned. For each score, a fork of this group finishes in a round. */
    public RunBuilder divided(
            String benchmark, String codec, String payload, String parameters, int group, double... scores) {
        Cell cell = plan(benchmark, codec, payload, parameters);
        for (int i = 0; i < scores.length; i++) {
            forks.add(
                    fork(cell, i + 1, List.of(scores[i]), ForkNote.EMPTY, null).in(group));
        }
        return this;
    }

    /** Plans a cell, unless it is planned, and lets a fork of it fail. */
    public RunBuilder failure(String benchmark, String codec, String payload, String parameters, String why) {
        Cell cell = plan(benchmark, codec, payload, parameters);
        return fork(cell, List.of(), ForkNote.EMPTY, why);
    }

    public RunBuilder check(String codec, String payload, PairCheck.Fate verdict, String detail) {
        checks.add(new PairCheck(codec, payload, verdict, detail));
        return this;
    }

    public RunBuilder size(String codec, String payload, double mean, long min, long max) {
        sizes.add(new PairSizes(codec, payload, 64, mean, min, max, mean * 0.75, mean * 0.5));
        return this;
    }

    /** Adds a fact about the machine, before the first fork and after the last. */
    public RunBuilder load(String name, String first, String last) {
        before.put(name, first);
        after.put(name, last);
        return this;
    }

    RunBuilder end(String reason) {
        end = reason;
        return this;
    }

    public Run run() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("cpu.model", "Example CPU @ 2.50GHz");
        environment.put("cpu.cores.logical", "2");
        environment.put("cpu.cores.jvm", "2");
        environment.put("memory.total", "8000 MiB");
        environment.put("os", "Example Linux 1");
        environment.put("virtualisation", "none seen");
        environment.put("jdk.version", "17.0.1+1");
        environment.put("jdk.vendor", "Example");
        environment.putAll(before);
        RunInfo info = new RunInfo(
                "20261122T101530Z-host-test",
                "test",
                List.of("--preset", "test", "--codecs", "k*"),
                42,
                rounds,
                60,
                Instant.parse("2026-11-22T10:15:30Z"),
                settings,
                environment,
                Map.of("org.example:kryo", "1.2.3"),
                codecs,
                payloads,
                List.copyOf(cells),
                List.of());
        return new Run(info, checks, sizes, forks, new RunEnd(end, 61, after));
    }

    private Cell plan(String benchmark, String codec, String payload, String parameters) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split(" ")) {
            named.put(parameter.split("=")[0], parameter.split("=")[1]);
        }
        Cell cell = Cell.of(benchmark, codec, payload, named);
        cells.add(cell);
        return cell;
    }

    private RunBuilder fork(Cell cell, List<Double> scores, ForkNote note, @Nullable String failure) {
        forks.add(fork(cell, finished.merge(cell, 1, Integer::sum), scores, note, failure));
        return this;
    }

    private Fork fork(Cell cell, int round, List<Double> scores, ForkNote note, @Nullable String failure) {
        boolean rate = cell.benchmark().equals("stream") || cell.benchmark().equals("pool");
        return new Fork(
                cell,
                round,
                forks.size() + 1,
                rate ? "thrpt" : "avgt",
                rate ? "ops/s" : "ns/op",
                scores,
                note,
                Instant.EPOCH,
                3,
                failure);
    }
}
