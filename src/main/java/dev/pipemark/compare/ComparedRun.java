package dev.pipemark.compare;

import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One of two runs that are compared, from a results folder or from a JSON file of JMH's.
 *
 * @param name of the folder or file
 * @param foreign whether it comes from a file of JMH's, which does not tell much of where it was measured
 * @param unknowns what cannot be known of it, in words
 */
public record ComparedRun(String name, Run run, boolean foreign, List<String> unknowns) {
    public ComparedRun {
        unknowns = List.copyOf(unknowns);
    }

    /** A run from its results folder. */
    public static ComparedRun of(String name, Run run) {
        boolean digests = run.info().payloads().stream()
                .anyMatch(payload -> !payload.digest().isEmpty());
        return new ComparedRun(
                name,
                run,
                false,
                digests
                        ? List.of()
                        : List.of("whether its payloads had the same values: no payload digest was recorded"));
    }

    /**
     * Reads a results folder, or a JSON file of JMH's.
     *
     * @throws IOException saying in one sentence what is wrong with it
     */
    public static ComparedRun read(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("there is no " + path + ": give the folder of a run, or a JSON file of JMH's");
        }
        String name = String.valueOf(path.toRealPath().getFileName());
        if (!Files.isDirectory(path)) {
            if (!name.endsWith(".json")) {
                throw new IOException(path + " is neither the folder of a run nor a .json file of JMH's");
            }
            return new ComparedRun(
                    name.substring(0, name.length() - ".json".length()), JmhJson.read(path), true, JmhJson.UNKNOWNS);
        }
        Run run = RunFolder.read(path);
        if (run.checks().isEmpty() && run.forks().isEmpty()) {
            throw new IOException("the journal in " + path + " is empty: nothing of that run finished");
        }
        return of(name, run);
    }
}
