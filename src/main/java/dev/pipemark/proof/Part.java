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
 * @param name the name of its folder
 * @param load the output of the program that kept the machine busy meanwhile; empty if there was none
 */
public record Part(String name, Run run, List<String> load) {
    /** The file beside a run with the output of the program that kept the machine busy. */
    static final String LOAD = "load.txt";

    public Part {
        load = List.copyOf(load);
    }

    /**
     * Reads the parts of a folder: the folders in it that hold a run.
     *
     * @throws IOException if there is none, or one cannot be read
     */
    public static List<Part> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder + ": scripts/prove-verdicts measures the parts");
        }
        List<Path> runs;
        try (Stream<Path> folders = Files.list(folder)) {
            runs = folders.filter(each -> Files.exists(each.resolve(RunFolder.INFO)))
                    .sorted()
                    .toList();
        }
        if (runs.isEmpty()) {
            throw new IOException("no folder in " + folder + " holds a run: scripts/prove-verdicts measures the parts");
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

    /** Returns the order of its forks, as a value of {@code --order}. */
    String order() {
        return run.info().plan().order();
    }

    /** Returns the state of the machine: {@code quiet} or {@code loaded}. */
    String machine() {
        return load.isEmpty() ? "quiet" : "loaded";
    }

    /** Returns the measured time of a fork: the number of its turns, and their length. */
    String turns() {
        RunPlan plan = run.info().plan();
        int each = plan.turnIterations() == null ? 1 : plan.turnIterations();
        return plan.times().iterations() / each + " × " + each * plan.times().iterationMillis() + " ms";
    }

    /** Returns the measured benchmark. */
    String benchmark() {
        return run.info().cells().stream().map(Cell::benchmark).distinct().collect(Collectors.joining(", "));
    }
}
