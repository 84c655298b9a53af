package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the whole matrix with the packaged jar and compares it with the published matrix for this Java. */
class ProbeIT {
    private static final Path PUBLISHED = Path.of("results", "capabilities");
    /** The Java versions that must have a published matrix. */
    private static final Set<Integer> BOTH = Set.of(17, 25);

    @TempDir
    Path folder;

    /**
     * Catches a new library version that carries other values than the published matrix says, and a change of the suite
     * that judges differently. {@code scripts/capabilities} publishes a new matrix. Its rows must then be read.
     */
    @Test
    void matrixMatchesPublishedOne() throws Exception {
        Path published = PUBLISHED.resolve("java-" + Runtime.version().feature() + "/capabilities.csv");
        Assumptions.assumeTrue(
                BOTH.contains(Runtime.version().feature()) || Files.exists(published),
                "no matrix is published for this Java");
        Packaged suite = new Packaged(folder);

        String said = suite.run("probe", "--results", folder.resolve("results").toString());

        assertThat(said).contains("Report: ");
        assertThat(said.lines()).allMatch(line -> line.length() <= 80 || line.contains(folder.toString()));
        Map<String, String> expected = rows(published);
        Map<String, String> found = rows(made("capabilities.csv"));
        List<String> changed = new ArrayList<>();
        expected.forEach((row, outcome) -> {
            String now = found.getOrDefault(row, "not tried");
            if (!now.equals(outcome)) {
                changed.add(row + ": was " + outcome + ", is " + now);
            }
        });
        found.keySet().stream().filter(row -> !expected.containsKey(row)).forEach(row -> changed.add(row + ": is new"));
        assertThat(changed)
                .as("rows that are no longer as published; scripts/capabilities publishes them anew")
                .isEmpty();
        assertThat(Files.readString(made("report.md"))).contains("## What each codec carries", "reentrant-lock");
        assertThat(made("report.html")).isNotEmptyFile();
    }

    private Path made(String file) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
            return files.filter(path -> path.endsWith(file)).findFirst().orElseThrow();
        }
    }

    /** Returns outcomes by codec, flags and value. A library's messages may change, but outcomes may not. */
    private static Map<String, String> rows(Path table) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Map<String, String> rows = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(table, StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(reader)) {
                rows.put(
                        row.get("codec") + (row.get("add_opens").equals("true") ? " +opens " : " ") + row.get("value"),
                        row.get("outcome")
                                + (row.get("hidden_by_one_jvm").equals("true") ? ", hidden by one JVM" : ""));
            }
        }
        return rows;
    }
}
