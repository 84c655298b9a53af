package dev.pipemark.capability.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Catches a page that contradicts the published matrix of languages. */
final class CrossLanguageTest {
    /** A reference to a row: {@code [`jackson-json` python `long-min`: there exact](../results/...)}. */
    private static final Pattern ROW = Pattern.compile(
            "\\[`([a-z0-9-]+)` (\\w+) `([a-z0-9-]+)`:\\s(there|back) ([a-z ]+)]\\(\\.\\./results/languages/README\\.md");

    @Test
    void everyNamedRowHasItsOutcome() throws Exception {
        Map<String, String> rows = new HashMap<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader table = Files.newBufferedReader(Path.of("results", "languages", "languages.csv"))) {
            for (CSVRecord row : format.parse(table)) {
                String name = row.get("codec") + " " + row.get("language") + " " + row.get("value");
                rows.put(name + " there", row.get("there"));
                rows.put(name + " back", row.get("back"));
            }
        }
        List<MatchResult> named = ROW.matcher(Files.readString(Path.of("docs", "cross-language.md")))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(15);
        for (MatchResult each : named) {
            String row = each.group(1) + " " + each.group(2) + " " + each.group(3) + " " + each.group(4);
            assertThat(rows.get(row)).as(row).isEqualTo(each.group(5));
        }
    }
}
