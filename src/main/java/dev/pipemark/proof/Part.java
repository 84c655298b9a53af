package dev.pipemark.proof;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import dev.pipemark.record.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a proof: one run.
 *
 * @param name of its folder
 * @param load what kept the machine busy meanwhile, as the program that did so printed it; empty where nothing of ours did
 */
public record Part(String name, Run run, List<String> load) {
    /** The file beside a run that says what kept the machine busy meanwhile. */
    static final String LOAD = "load.txt";

    public Part {
        load = List.copyOf(load);
    }

    /**
     * Reads the parts of a folder: its folders that hold a run.
     *
     * @throws IOException when there is none, or one cannot be read
     */
    public static List<Part> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder + ": scripts/prove-verdicts measures what is in it");
        }
        List<Path> runs;
        try (Stream<Path> folders = Files.list(folder)) {
            runs = folders.filter(each -> Files.exists(each.resolve(RunFolder.INFO)))
                    .sorted()
                    .toList();
        }
        if (runs.isEmpty()) {
            throw new IOException(
                    "no folder in " + folder + " holds a run: scripts/prove-verdicts measures what is in it");
        }
        List<Part> parts = new ArrayList<>();
        for (Path run : runs) {
            Path load = run.resolve(LOAD);
            parts.add(new Part(
                    String.valueOf(run.getFileName()),
                    RunFolder.read(run),
                    Files.exists(load) ? Files.readAllLines(load) : List.of()));
        }
        return parts;
    }

    /** The order of its forks, as {@code --order} takes it. */
    String order() {
        return run.info().plan().order();
    }

    /** Whether the machine was kept busy, in a word. */
    String machine() {
        return load.isEmpty() ? "quiet" : "loaded";
    }

    /** The measured time of a fork: how many turns, and how long each is. */
    String turns() {
        RunPlan.Times times = run.info().plan().times();
        return times.iterations() + " × " + times.iterationMillis() + " ms";
    }

    /** What was measured. */
    String benchmark() {
        return run.info().cells().stream().map(Cell::benchmark).distinct().collect(Collectors.joining(", "));
    }
}
