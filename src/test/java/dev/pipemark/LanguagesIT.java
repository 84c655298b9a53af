package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends all values to the suite's own workers in other languages, and compares with the published matrix. */
class LanguagesIT {
    private static final Path PUBLISHED = Path.of("results", "languages", "languages.csv");
    private static final Path WORKERS = Path.of("target", "workers");

    @TempDir
    Path folder;

    /**
     * Catches a library, here or in another language, whose outcome for a value differs from the published matrix.
     * The matrix is the same on every Java, except for one value of {@code fory-json}. {@code scripts/languages} publishes
     * a new one. Its rows must then be read.
     */
    @Test
    void matrixMatchesPublishedOne() throws Exception {
        List<String> words = new ArrayList<>(List.of("probe", "--languages", "--results", folder.toString()));
        for (String name : List.of("python", "cpp")) {
            Path program = WORKERS.resolve(name);
            if (Files.isExecutable(program)) {
                words.addAll(List.of("--worker", name + "=" + program.toAbsolutePath()));
            }
        }
        Assumptions.assumeTrue(
                words.contains("--worker"), "scripts/build-workers has built no worker in another language");

        String said = new Packaged(folder).run(words.toArray(String[]::new));

        assertThat(said).contains("Report: ");
        assertThat(said.lines()).allMatch(line -> line.length() <= 80 || line.contains(folder.toString()));
        Map<String, String> expected = rows(PUBLISHED);
        Map<String, String> found = rows(Packaged.made(folder, "languages.csv"));
        found.values().removeIf(row -> row.startsWith("not tried"));
        Assumptions.assumeFalse(found.isEmpty(), "the workers have no library for any format");
        List<String> changed = new ArrayList<>();
        found.forEach((row, now) -> {
            String then = expected.getOrDefault(row, "not published");
            if (!now.equals(then) && !dependsOnJava(row, now)) {
                changed.add(row + ": was " + then + ", is " + now);
            }
        });
        assertThat(changed)
                .as("rows that differ from the published ones; scripts/languages publishes them again")
                .isEmpty();
    }

    /** Returns whether both outcomes depend on the Java: Fory's JSON ends its worker on 17, and refuses the value on 25. */
    private static boolean dependsOnJava(String row, String now) {
        return row.startsWith("fory-json ")
                && row.endsWith(" hash-map-null-key")
                && List.of("worker died, back not tried", "refused on encode, back not tried")
                        .contains(now);
    }

    /** Returns both outcomes by codec, language and value. A library's messages may change, but outcomes may not. */
    private static Map<String, String> rows(Path table) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (CSVRecord row : Packaged.rows(table)) {
            rows.put(
                    row.get("codec") + " " + row.get("language") + " " + row.get("value"),
                    row.get("there") + ", back " + row.get("back"));
        }
        return rows;
    }
}
