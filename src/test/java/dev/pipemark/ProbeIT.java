package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the whole matrix with the packaged jar and compares it with the published matrix for this Java. */
class ProbeIT {
    private static final Path PUBLISHED = Path.of("results", "capabilities");
    /** The Java versions that must have a published matrix. */
    private static final Set<Integer> BOTH = Set.of(17, 25);

    /**
     * The rows whose outcome is a matter of chance, with all outcomes that they may have. DSL-JSON takes {@code nextInt()} as
     * a getter and {@code nextInt(int)} as its setter, and likewise {@code nextLong}. So a message of a {@code SecureRandom}
     * has drawn numbers, and the setters refuse a number that is not positive. Equal seeds do not help: this generator
     * adds a given seed to its own.
     */
    private static final Map<String, Set<String>> BY_CHANCE =
            Map.of("dsl-json secure-random", Set.of("exact", "refused on decode"));

    @TempDir
    Path folder;

    /**
     * Catches a new library version that carries other values than the published matrix says, and a change of the suite
     * that judges differently. {@code scripts/capabilities} publishes a new matrix. Its rows must then be read.
     */
    @Test
    void matrixMatchesPublishedOne() throws Exception {
        Path published = PUBLISHED.resolve("java-" + Runtime.version().feature() + "/capabilities.csv.gz");
        Assumptions.assumeTrue(
                BOTH.contains(Runtime.version().feature()) || Files.exists(published),
                "no matrix is published for this Java");
        Path results = folder.resolve("results");

        String said = new Packaged(folder).run("probe", "--results", results.toString());

        assertThat(said).contains("Report: ");
        assertThat(said.lines()).allMatch(line -> line.length() <= 80 || line.contains(folder.toString()));
        Map<String, String> expected = rows(published);
        Map<String, String> found = rows(Packaged.made(results, "capabilities.csv"));
        assertThat(expected.keySet()).as("published rows").containsAll(BY_CHANCE.keySet());
        List<String> changed = new ArrayList<>();
        expected.forEach((row, outcome) -> {
            String now = found.getOrDefault(row, "not tried");
            if (!now.equals(outcome) && !BY_CHANCE.getOrDefault(row, Set.of()).containsAll(Set.of(outcome, now))) {
                changed.add(row + ": was " + outcome + ", is " + now);
            }
        });
        found.keySet().stream().filter(row -> !expected.containsKey(row)).forEach(row -> changed.add(row + ": is new"));
        assertThat(changed)
                .as("rows that differ from the published ones; scripts/capabilities publishes them again")
                .isEmpty();
        assertThat(Files.readString(Packaged.made(results, "report.md")))
                .contains("## What each codec carries", "reentrant-lock");
        assertThat(Packaged.made(results, "report.html")).isNotEmptyFile();
    }

    /** Returns outcomes by codec, flags and value. A library's messages may change, but outcomes may not. */
    private static Map<String, String> rows(Path table) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (CSVRecord row : Packaged.rows(table)) {
            rows.put(
                    row.get("codec") + (row.get("add_opens").equals("true") ? " +opens " : " ") + row.get("value"),
                    row.get("outcome") + (row.get("hidden_by_one_jvm").equals("true") ? ", hidden by one JVM" : ""));
        }
        return rows;
    }
}
