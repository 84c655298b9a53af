package dev.pipemark.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes runs for tests of comparisons, in memory or as a results folder. */
public final class RunMaker {
    private final Map<String, String> environment = new LinkedHashMap<>(Map.of(
            "cpu.model", "Example CPU", "jdk.vm", "Example VM 17.0.1+1", "jdk.vendor", "Example", "load1", "0.10"));
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<PayloadFacts> payloads = new ArrayList<>();
    private final Set<Cell> cells = new LinkedHashSet<>();
    private final List<PairCheck> checks = new ArrayList<>();
    private final List<PairSizes> sizes = new ArrayList<>();
    private final List<Fork> forks = new ArrayList<>();
    private String end = "complete";

    /** A cell by its key, with a fork for each score: {@code encode kryo int}; {@code stream} is in ops/s. */
    private List<String> commandLine = List.of();

    private List<Arm> arms = List.of();

    public RunMaker cell(String key, double... scores) {
        return cell(key, Map.of(), scores);
    }

    public RunMaker cell(String key, Map<Metric, Double> metrics, double... scores) {
        Cell cell = named(key);
        cells.add(cell);
        for (double score : scores) {
            fork(cell, List.of(score), new ForkNote(metrics, facts), null);
        }
        return this;
    }

    /** Adds a fork of a cell, with these iterations. */
    public RunMaker fork(String key, Double... iterations) {
        Cell cell = named(key);
        cells.add(cell);
        fork(cell, List.of(iterations), ForkNote.EMPTY, null);
        return this;
    }

    public RunMaker failure(String key, String why) {
        return failure(key, why, Map.of());
    }

    /** Adds a fork that failed and noted facts. */
    public RunMaker failure(String key, String why, Map<String, String> noted) {
        Cell cell = named(key);
        cells.add(cell);
        fork(cell, List.of(), new ForkNote(Map.of(), noted), why);
        return this;
    }

    public RunMaker check(String codec, String payload, PairCheck.Fate verdict, String detail) {
        checks.add(new PairCheck(codec, payload, verdict, detail));
        return this;
    }

    public RunMaker size(String codec, String payload, double mean, double zstd) {
        sizes.add(new PairSizes(codec, payload, 64, mean, (long) mean, (long) mean + 1, mean * 0.75, zstd));
        return this;
    }

    public RunMaker fact(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Sets a fact that the forks of the cells added later note. */
    public RunMaker noted(String name, String value) {
        facts.put(name, value);
        return this;
    }

    public RunMaker payload(String id, String digest) {
        payloads.add(new PayloadFacts(id, "instances", digest));
        return this;
    }

    /** Sets the command line as typed. The recorded plan does not depend on it. */
    public RunMaker typed(String... words) {
        commandLine = List.of(words);
        return this;
    }

    /** Adds an arm with another version of a library. */
    public RunMaker arm(String name, String library, String version) {
        arms = List.of(new Arm(name, List.of("/jars/" + name + ".jar"), null, List.of(), Map.of(library, version), ""));
        return this;
    }

    /** An arm whose workers are written in another language. */
    public RunMaker worker(String name) {
        arms = List.of(Arm.ofWorker(name, "/workers/" + name));
        return this;
    }

    public RunMaker end(String reason) {
        end = reason;
        return this;
    }

    public Run run() {
        RunInfo info = new RunInfo(
                "id",
                "test",
                commandLine,
                42,
                3,
                60,
                Instant.parse("2026-11-22T10:15:30Z"),
                Map.of("-i", "4"),
                environment,
                Map.of("org.example:kryo", "1.2.3"),
                List.of(),
                payloads,
                List.copyOf(cells),
                List.of(),
                new RunPlan(
                        List.of(),
                        new RunPlan.Times(0, 0, 0, 0, 0),
                        "interleaved",
                        "auto",
                        List.of(),
                        arms,
                        null,
                        null));
        return new Run(info, checks, sizes, forks, new RunEnd(end, 61, Map.of()));
    }

    /** Writes the run's plan and journal into a new folder. */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Run run = run();
        Json.writeInfo(run.info(), folder.resolve(RunFolder.INFO));
        StringBuilder journal = new StringBuilder();
        run.checks().forEach(check -> line(journal, new JournalLine.CheckLine(check)));
        run.sizes().forEach(size -> line(journal, new JournalLine.SizesLine(size)));
        run.forks().forEach(fork -> line(journal, new JournalLine.ForkLine(fork)));
        line(journal, new JournalLine.EndLine(run.end()));
        Files.writeString(folder.resolve(RunFolder.JOURNAL), journal);
        return folder;
    }

    private static void line(StringBuilder journal, JournalLine line) {
        journal.append(Json.line(line)).append('\n');
    }

    public static Cell named(String key) {
        String[] words = key.split(" ");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int word = 3; word < words.length; word++) {
            parameters.put(words[word].split("=")[0], words[word].split("=")[1]);
        }
        return Cell.of(words[0], words[1], words[2], parameters);
    }

    private void fork(Cell cell, List<Double> scores, ForkNote note, @Nullable String failure) {
        int round = 1
                + (int) forks.stream().filter(fork -> fork.cell().equals(cell)).count();
        boolean rate = cell.benchmark().equals("stream");
        forks.add(new Fork(
                cell,
                round,
                forks.size() + 1,
                rate ? "thrpt" : "avgt",
                rate ? "ops/s" : "ns/op",
                scores,
                note,
                Instant.EPOCH,
                3,
                failure));
    }
}
