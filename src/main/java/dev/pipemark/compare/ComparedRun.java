package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of two compared runs, from a results folder or from a JSON file of JMH.
 *
 * @param name the name of the folder or file
 * @param foreign whether it comes from a JMH file, which says little about the conditions of the measurement
 * @param unknowns the facts that are not available, in words
 * @param printed JMH's score of each cell. Empty for a results folder.
 */
public record ComparedRun(String name, Run run, boolean foreign, List<String> unknowns, Map<Cell, JmhScore> printed) {
    public ComparedRun {
        printed = Map.copyOf(printed);
        unknowns = List.copyOf(unknowns);
    }

    /** Returns the run of a results folder. */
    public static ComparedRun of(String name, Run run) {
        boolean digests = run.info().payloads().stream()
                .anyMatch(payload -> !payload.digest().isEmpty());
        return new ComparedRun(
                name,
                run,
                false,
                digests
                        ? List.of()
                        : List.of("whether its payloads had the same values: no payload digest was recorded"),
                Map.of());
    }

    /**
     * Reads a results folder or a JSON file of JMH.
     *
     * @throws IOException if it cannot be read. The message is one sentence.
     */
    public static ComparedRun read(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("there is no " + path + ": give the folder of a run or a JSON file by JMH");
        }
        String name = String.valueOf(path.toRealPath().getFileName());
        if (!Files.isDirectory(path)) {
            if (!name.endsWith(".json")) {
                throw new IOException(path + " is neither the folder of a run nor a .json file by JMH");
            }
            return of(name.substring(0, name.length() - ".json".length()), JmhJson.read(path));
        }
        Run run = RunFolder.read(path);
        if (run.checks().isEmpty() && run.forks().isEmpty()) {
            throw new IOException("the journal in " + path + " is empty: no part of that run finished");
        }
        return of(name, run);
    }

    private static ComparedRun of(String name, JmhFile file) {
        List<String> unknowns = new ArrayList<>(JmhJson.UNKNOWNS);
        if (file.members()) {
            unknowns.add(
                    "how the threads of a group were divided among its methods, and whether more is better for a counter:"
                            + " for a rate, more is taken as better");
        }
        if (!file.profiled().isEmpty()) {
            unknowns.add("the results of its profilers, which are not compared (" + String.join(", ", file.profiled())
                    + ")");
        }
        return new ComparedRun(name, file.run(), true, unknowns, file.printed());
    }
}
